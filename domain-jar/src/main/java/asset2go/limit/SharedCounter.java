package asset2go.limit;

import asset2go.queue.RedisConfig;
import asset2go.redis.OptionalRedis;
import asset2go.redis.RedisSource;
import asset2go.settings.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Response;

/** Counters in Redis, one round trip each. */
@Dependent
public class SharedCounter {

  private final OptionalRedis redis;

  @Inject
  public SharedCounter(Settings settings) {
    this(RedisSource.config(settings));
  }

  SharedCounter(RedisConfig config) {
    redis =
        new OptionalRedis(
            config,
            "asset2go-limits",
            "each instance limits requests for itself.",
            "request limits count for all instances together.");
  }

  /** The new count, null where Redis does not answer. */
  public @Nullable Long increment(String key, long lifeSeconds) {
    return redis
        .ask(
            pipeline -> {
              Response<Long> count = pipeline.incr(key);
              pipeline.expire(key, lifeSeconds + 1);
              return count;
            })
        .orElse(null);
  }

  @PreDestroy
  void close() {
    redis.close();
  }
}
