package asset2go.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/**
 * What all workers of a queue keep to together, whatever their own options say: how many jobs at a
 * time, how many in a time, and for how long none at all. Thread-safe.
 */
public final class QueueLimits {
  private static final String CONCURRENCY = "concurrency";
  private static final String MAX = "max";
  private static final String DURATION = "duration";

  /** JavaScript's largest safe integer: the scripts take it as "so many have been started". */
  private static final long MORE_THAN_ANY = 0x1FFFFFFFFFFFFFL;

  private final Redis redis;
  private final Keys keys;

  public QueueLimits(Redis redis, String queue) {
    this(redis, redis.prefix(), queue);
  }

  public QueueLimits(Redis redis, String prefix, String queue) {
    this(redis, redis.keys(prefix, queue));
  }

  QueueLimits(Redis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /** How many jobs all workers together do at a time; empty where each goes by its own options. */
  public OptionalInt concurrency() {
    Long most = number(fields(CONCURRENCY).getFirst());
    return most == null ? OptionalInt.empty() : OptionalInt.of(most.intValue());
  }

  /**
   * Has all workers together do at most so many jobs at a time.
   *
   * @throws IllegalArgumentException for fewer than one: {@link QueueAdmin#pause()} is for that
   */
  public void setConcurrency(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("A queue's workers do at least one job at a time");
    }
    redis.call(Command.of(Protocol.Command.HSET, keys.meta, CONCURRENCY, most));
  }

  public void removeConcurrency() {
    redis.call(Command.of(Protocol.Command.HDEL, keys.meta, CONCURRENCY));
  }

  /** Whether as many jobs are being done as {@link #concurrency()} allows. */
  public boolean isMaxed() {
    return redis.run(Script.IS_MAXED, keys.meta, keys.active) instanceof Long maxed && maxed == 1;
  }

  /** How many jobs are started in which time; empty where each worker goes by its own limiter. */
  public Optional<WorkerOptions.Limiter> rate() {
    List<?> stored = fields(MAX, DURATION);
    Long max = number(stored.get(0));
    Long duration = number(stored.get(1));
    return max == null || duration == null || max < 1 || duration < 1
        ? Optional.empty()
        : Optional.of(new WorkerOptions.Limiter(max.intValue(), Duration.ofMillis(duration)));
  }

  /** Has all workers together start at most so many jobs in a time. */
  public void setRate(WorkerOptions.Limiter limit) {
    redis.call(
        Command.of(
            Protocol.Command.HSET, keys.meta, MAX, limit.max(), DURATION, limit.per().toMillis()));
  }

  public void removeRate() {
    redis.call(Command.of(Protocol.Command.HDEL, keys.meta, MAX, DURATION));
  }

  /**
   * Holds up all workers that have a limiter (the queue's {@link #rate()} or their own) for a time:
   * for a service that has said "not before". Jobs that are being done go on.
   *
   * @param time at least a millisecond
   */
  public void holdUp(Duration time) {
    redis.call(holdingUp(keys, time));
  }

  static CommandArguments holdingUp(Keys keys, Duration time) {
    return Command.of(
        Protocol.Command.SET, keys.limiter, MORE_THAN_ANY, "PX", Math.max(1, time.toMillis()));
  }

  /** For how long workers are held up from now on, zero where they are not. */
  public Duration heldUp() {
    return heldUp(0);
  }

  /** The same for a worker whose own limiter lets through so many jobs. */
  public Duration heldUpFor(WorkerOptions.Limiter limiter) {
    return heldUp(limiter.max());
  }

  private Duration heldUp(int max) {
    Object reply = redis.run(Script.GET_RATE_LIMIT_TTL, keys.limiter, keys.meta, max);
    return Duration.ofMillis(reply instanceof Long millis ? Math.max(0, millis) : 0);
  }

  /** Lets workers go on at once, with a count that begins anew. */
  public void letGo() {
    redis.call(Command.of(Protocol.Command.DEL, keys.limiter));
  }

  private List<?> fields(String... names) {
    Object[] arguments = new Object[names.length + 1];
    arguments[0] = keys.meta;
    System.arraycopy(names, 0, arguments, 1, names.length);
    return redis.call(Command.of(Protocol.Command.HMGET, arguments)) instanceof List<?> values
        ? values
        : List.of();
  }

  private static @Nullable Long number(@Nullable Object stored) {
    try {
      return stored == null ? null : Long.valueOf((long) Double.parseDouble(Job.text(stored)));
    } catch (NumberFormatException nonsense) {
      return null;
    }
  }
}
