package asset2go.cache;

import asset2go.graph.Witness;
import asset2go.queue.RedisConfig;
import asset2go.redis.RedisSource;
import asset2go.settings.Settings;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What was read lately, kept in this instance's memory, and used for as long as Redis says that
 * nobody has changed it: CACHE_ENABLED, CACHE_DEFAULT_TTL. Each use asks Redis, one round trip, so
 * that nobody sees what was true before a change that has been answered. ADR 0026 has the reasons.
 */
@ApplicationScoped
public class Cache implements Witness {

  /** Touched by what changes more than can be named: names that many records show. */
  public static final String EVERYTHING = "everything";

  private static final Metadata READS =
      Metadata.builder()
          .withName("asset2go_cache_reads_total")
          .withDescription("Reads of what may be kept: a hit needed no database")
          .build();

  private static final int MOST = 10_000;

  /** Who changes more at once says so of everything. */
  private static final int MOST_TOUCHED = 100;

  private final boolean enabled;
  private final Stamps stamps;
  private final com.github.benmanes.caffeine.cache.Cache<String, Kept> near;
  private final Runnable hit;
  private final Runnable miss;

  private record Kept(Stamps.Standing read, Object value) {}

  /** For the container's proxies. */
  Cache() {
    this(false, Duration.ZERO, RedisConfig.of("localhost", 1), () -> {}, () -> {});
  }

  @Inject
  public Cache(Settings settings, MetricRegistry registry) {
    this(
        settings.cache().enabled(),
        settings.cache().defaultTtl(),
        RedisSource.config(settings),
        registry.counter(READS, new Tag("result", "hit"))::inc,
        registry.counter(READS, new Tag("result", "miss"))::inc);
  }

  Cache(boolean enabled, Duration kept, RedisConfig redis, Runnable hit, Runnable miss) {
    this.hit = hit;
    this.miss = miss;
    this.enabled = enabled && !kept.isZero();
    stamps = new Stamps(redis, kept);
    near = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(kept).build();
  }

  /**
   * What stands under a key, read now or before.
   *
   * @param key of the kind of thing and its id; whoever changes it touches this key
   * @param load reads it, with all that is shown of it; what it throws is thrown
   */
  public <T> T get(String key, Class<T> type, Supplier<T> load) {
    Stamps.@Nullable Standing now = enabled ? stamps.of(key).orElse(null) : null;
    Kept kept = now == null ? null : near.getIfPresent(key);
    if (kept != null && kept.read().equals(now)) {
      hit.run();
      return type.cast(kept.value());
    }
    miss.run();
    // After the stamps: what changes from here on has others.
    T value = load.get();
    if (now != null) {
      near.put(key, new Kept(now, value));
    }
    return value;
  }

  @Override
  public void committing(Set<String> touched) {
    stamps.committing(few(touched));
  }

  @Override
  public void committed(Set<String> touched) {
    stamps.committed(few(touched));
  }

  private static Set<String> few(Set<String> touched) {
    return touched.size() > MOST_TOUCHED || touched.contains(EVERYTHING)
        ? Set.of(EVERYTHING)
        : touched;
  }

  @PreDestroy
  void close() {
    stamps.close();
  }
}
