package asset2go.limit;

import asset2go.queue.RedisConfig;
import asset2go.redis.RedisSource;
import asset2go.settings.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Counters in Redis, one round trip each. After a failure it is left alone for a while: no request
 * waits for a Redis that is gone.
 */
@Dependent
public class SharedCounter {

  private static final Logger LOG = Logger.getLogger(SharedCounter.class.getName());
  private static final Duration TIMEOUT = Duration.ofMillis(250);
  private static final long PAUSE_NANOS = 2_000_000_000L;

  private final RedisConfig config;
  private volatile @Nullable UnifiedJedis client;
  private volatile long pausedSince;
  private volatile boolean paused;

  @Inject
  public SharedCounter(Settings settings) {
    this(RedisSource.config(settings));
  }

  SharedCounter(RedisConfig redis) {
    config = redis.withTimeouts(TIMEOUT, TIMEOUT);
  }

  /** The new count, null where Redis does not answer. */
  public @Nullable Long increment(String key, long lifeSeconds) {
    if (paused && System.nanoTime() - pausedSince < PAUSE_NANOS) {
      return null;
    }
    try (AbstractPipeline pipeline = client().pipelined()) {
      Response<Long> count = pipeline.incr(key);
      pipeline.expire(key, lifeSeconds + 1);
      pipeline.sync();
      Long value = count.get();
      if (paused) {
        paused = false;
        LOG.info("Redis answers again: request limits count for all instances together.");
      }
      return value;
    } catch (JedisException e) {
      if (!paused) {
        LOG.log(
            Level.WARNING,
            "Redis does not answer: each instance limits requests for itself. {0}",
            e.getMessage());
      }
      pausedSince = System.nanoTime();
      paused = true;
      return null;
    }
  }

  /** Made when first used: Sentinels and clusters are asked at once, and may not answer yet. */
  private UnifiedJedis client() {
    UnifiedJedis made = client;
    return made != null ? made : connect();
  }

  private synchronized UnifiedJedis connect() {
    UnifiedJedis made = client;
    if (made == null) {
      ConnectionPoolConfig pool = new ConnectionPoolConfig();
      pool.setMaxTotal(32);
      pool.setMaxIdle(32);
      pool.setMaxWait(TIMEOUT);
      pool.setJmxEnabled(false);
      made = RedisSource.client(config, "asset2go-limits", pool);
      client = made;
    }
    return made;
  }

  @PreDestroy
  void close() {
    UnifiedJedis made = client;
    if (made != null) {
      made.close();
    }
  }
}
