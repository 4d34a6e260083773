package asset2go.job;

import asset2go.outbox.Lane;
import asset2go.problem.DomainError;
import asset2go.queue.JobException;
import asset2go.queue.Redis;
import asset2go.queue.RedisUnavailableException;
import asset2go.redis.RedisSource;
import asset2go.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where questions about the queues are asked: on connections of their own, so impatiently that
 * nobody waits two seconds for a Redis that is gone, and for a moment after that not at all.
 */
@ApplicationScoped
class QueueRoom {

  private static final Duration CONNECT = Duration.ofMillis(500);
  private static final Duration ANSWER = Duration.ofMillis(800);
  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  private @Inject Settings settings;
  private @Nullable Redis redis;
  private volatile long lostAt;
  private volatile @Nullable RedisUnavailableException lostBy;

  @PostConstruct
  void connect() {
    redis = Redis.connect(RedisSource.config(settings).withTimeouts(CONNECT, ANSWER));
  }

  /** A queue, by its address in the API. */
  Lane lane(String key) {
    return Lane.named(key).orElseThrow(() -> new DomainError.NotFound("queue", key));
  }

  /** The name of a queue in Redis. */
  String name(Lane lane) {
    return lane.queue(settings);
  }

  /**
   * Asks Redis something.
   *
   * @throws DomainError.Unavailable where it does not answer
   * @throws DomainError.Conflict where BullMQ refuses to move a job
   */
  <T> T ask(Function<Redis, T> question) {
    if (redis == null) {
      throw new IllegalStateException("not connected");
    }
    RedisUnavailableException lost = lostBy;
    if (lost != null && System.nanoTime() - lostAt < PAUSE_NANOS) {
      throw new DomainError.Unavailable("The queues do not answer: Redis is away.", lost);
    }
    try {
      T answer = question.apply(redis);
      lostBy = null;
      return answer;
    } catch (RedisUnavailableException e) {
      lostAt = System.nanoTime();
      lostBy = e;
      throw new DomainError.Unavailable("The queues do not answer: Redis is away.", e);
    } catch (JobException e) {
      throw refusal(e);
    }
  }

  private static RuntimeException refusal(JobException e) {
    return switch (e.reason()) {
      case MISSING -> new DomainError.Conflict("The job is gone.");
      case NOT_IN_STATE, FAILED_CHILDREN, PENDING_CHILDREN ->
          new DomainError.Conflict("The job is no longer in the state that this needs.");
      case LOCKED, LOCK_MISSING, LOCK_MISMATCH ->
          new DomainError.Conflict("A worker is at the job.");
      case BELONGS_TO_SCHEDULER ->
          new DomainError.Conflict("It is the next job of a schedule: disable that instead.");
      default -> e;
    };
  }

  @PreDestroy
  void close() {
    if (redis != null) {
      redis.close();
    }
  }
}
