package asset2go.limit;

import asset2go.settings.Settings;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Counters in Redis, one round trip each. After a failure it is left alone for a while: no request
 * waits for a Redis that is gone.
 */
public final class SharedCounter implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(SharedCounter.class.getName());
  private static final int TIMEOUT_MILLIS = 250;
  private static final long PAUSE_NANOS = 2_000_000_000L;

  private final JedisPooled redis;
  private volatile long pausedSince;
  private volatile boolean paused;

  public SharedCounter(Settings.Redis settings) {
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(32);
    pool.setMaxIdle(32);
    pool.setMaxWait(Duration.ofMillis(TIMEOUT_MILLIS));
    pool.setJmxEnabled(false);
    var config =
        DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis(TIMEOUT_MILLIS)
            .socketTimeoutMillis(TIMEOUT_MILLIS)
            .clientName("asset2go-limits");
    if (!settings.password().isEmpty()) {
      config.user(settings.username()).password(settings.password().reveal());
    }
    redis =
        new JedisPooled(pool, new HostAndPort(settings.host(), settings.port()), config.build());
  }

  /** The new count, null where Redis does not answer. */
  public @Nullable Long increment(String key, long lifeSeconds) {
    if (paused && System.nanoTime() - pausedSince < PAUSE_NANOS) {
      return null;
    }
    try (Pipeline pipeline = redis.pipelined()) {
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

  @Override
  public void close() {
    redis.close();
  }
}
