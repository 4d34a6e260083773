package asset2go.cache;

import asset2go.queue.RedisConfig;
import asset2go.redis.OptionalRedis;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.SetParams;

/**
 * The stamps of changes, in Redis for all instances: a new one for what was just changed, and one
 * for everything together. A change under way has a stamp that says so, before it is committed, so
 * that a writer that dies at the wrong moment leaves behind what cannot be kept, and never what is
 * old. A stamp outlives whatever was read under the one before it.
 */
final class Stamps implements AutoCloseable {

  private static final String PREFIX = "a2g:changed:";
  private static final String ALL = PREFIX + Cache.EVERYTHING;
  private static final String UNDER_WAY = "?";

  /** The stamp of everything comes back by itself where its writer died. */
  private static final Duration MOST_COMMITS = Duration.ofMinutes(1);

  private final OptionalRedis redis;
  private final SetParams life;
  private volatile boolean owed;

  /**
   * @param kept how long what was read is kept at the most
   */
  Stamps(RedisConfig config, Duration kept) {
    redis =
        new OptionalRedis(
            config, "asset2go-cache", "everything is read afresh.", "what was read is kept again.");
    life = SetParams.setParams().px(kept.plusMinutes(1).toMillis());
  }

  /**
   * Under which stamps something is read now.
   *
   * @param own of the thing; empty where nobody changed it for as long as anything is kept
   * @param all of everything
   */
  record Standing(String own, String all) {}

  /** Nothing where it must not be kept: it is being changed, or Redis does not tell. */
  Optional<Standing> of(String key) {
    if (owed && !settle()) {
      return Optional.empty();
    }
    return redis
        .ask(
            pipeline -> {
              Response<String> own = pipeline.get(PREFIX + key);
              Response<String> all = pipeline.get(ALL);
              return () -> new Standing(text(own), text(all));
            })
        .filter(this::holds);
  }

  private boolean holds(Standing now) {
    if (now.all().isEmpty()) {
      // The first ever, or Redis has lost its data, and with it what was changed meanwhile.
      redis.ask(pipeline -> pipeline.set(ALL, next(), SetParams.setParams().nx()));
      return false;
    }
    return !now.own().startsWith(UNDER_WAY) && !now.all().startsWith(UNDER_WAY);
  }

  /** Before the commit. */
  void committing(Set<String> keys) {
    String stamp = UNDER_WAY + next();
    SetParams while_ = SetParams.setParams().px(MOST_COMMITS.toMillis());
    if (redis.ask(pipeline -> set(pipeline, keys, stamp, while_)).isEmpty()) {
      // Nobody could be told: as soon as Redis answers, nothing that was read before is good.
      owed = true;
    }
  }

  /** After the commit. */
  void committed(Set<String> keys) {
    String stamp = next();
    if (redis.ask(pipeline -> set(pipeline, keys, stamp, SetParams.setParams())).isEmpty()) {
      owed = true;
    }
  }

  private Supplier<Boolean> set(
      AbstractPipeline pipeline, Set<String> keys, String stamp, SetParams all) {
    for (String key : keys) {
      boolean everything = key.equals(Cache.EVERYTHING);
      pipeline.set(PREFIX + key, stamp, everything ? all : life);
    }
    return () -> true;
  }

  private boolean settle() {
    owed = false;
    if (redis.ask(pipeline -> pipeline.set(ALL, next())).isEmpty()) {
      owed = true;
    }
    return false;
  }

  private static String text(Response<String> answer) {
    String text = answer.get();
    return text == null ? "" : text;
  }

  private static String next() {
    return UUID.randomUUID().toString();
  }

  @Override
  public void close() {
    redis.close();
  }
}
