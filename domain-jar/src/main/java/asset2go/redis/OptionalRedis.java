package asset2go.redis;

import asset2go.queue.RedisConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Redis for what gets on without it, one round trip at a time. After a failure it is left alone for
 * a while: no request waits for a Redis that is gone. An outage is two lines of the log.
 */
public final class OptionalRedis implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(OptionalRedis.class.getName());
  private static final Duration TIMEOUT = Duration.ofMillis(250);
  private static final long PAUSE_NANOS = 2_000_000_000L;

  private final RedisConfig config;
  private final String name;
  private final String without;
  private final String with;
  private volatile @Nullable UnifiedJedis client;
  private volatile long pausedSince;
  private volatile boolean paused;

  /**
   * Asks nobody yet.
   *
   * @param name of its connections in Redis
   * @param without what it means that Redis does not answer, for the log
   * @param with what it means that it does again
   */
  public OptionalRedis(RedisConfig redis, String name, String without, String with) {
    this.config = redis.withTimeouts(TIMEOUT, TIMEOUT);
    this.name = name;
    this.without = without;
    this.with = with;
  }

  /**
   * Sends commands together.
   *
   * @param commands puts them into the pipeline, and says what their answers come to
   * @return that, or nothing where Redis does not answer
   */
  public <T> Optional<T> ask(Function<AbstractPipeline, Supplier<T>> commands) {
    if (paused && System.nanoTime() - pausedSince < PAUSE_NANOS) {
      return Optional.empty();
    }
    try (AbstractPipeline pipeline = client().pipelined()) {
      Supplier<T> answer = commands.apply(pipeline);
      pipeline.sync();
      T value = answer.get();
      if (paused) {
        paused = false;
        LOG.info("Redis answers again: " + with);
      }
      return Optional.of(value);
    } catch (JedisException e) {
      if (!paused) {
        LOG.log(
            Level.WARNING,
            "Redis does not answer: {0} {1}",
            new Object[] {without, e.getMessage()});
      }
      pausedSince = System.nanoTime();
      paused = true;
      return Optional.empty();
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
      made = RedisSource.client(config, name, pool);
      client = made;
    }
    return made;
  }

  @Override
  public void close() {
    UnifiedJedis made = client;
    if (made != null) {
      made.close();
    }
  }
}
