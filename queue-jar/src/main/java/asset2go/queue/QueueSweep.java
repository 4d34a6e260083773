package asset2go.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol;

/** What a keeper does to many jobs of a queue at once. Thread-safe. */
public final class QueueSweep {
  /** Scripts hold up everybody else while they run: they go through a queue in such portions. */
  private static final int PORTION = 1_000;

  private final Redis redis;
  private final Keys keys;

  public QueueSweep(Redis redis, String queue) {
    this(redis, redis.prefix(), queue);
  }

  public QueueSweep(Redis redis, String prefix, String queue) {
    this.redis = redis;
    this.keys = redis.keys(prefix, queue);
  }

  /**
   * Removes jobs of a state that are older than the given age, counted from when they finished, or
   * were made.
   *
   * @param limit how many at most
   * @return the ids of those that were removed
   */
  public List<String> clean(JobState state, Duration age, int limit) {
    long before = System.currentTimeMillis() - age.toMillis();
    List<String> removed = new ArrayList<>();
    int portion;
    do {
      portion = Math.min(PORTION, limit - removed.size());
      Object reply =
          redis.run(
              Script.CLEAN_JOBS_IN_SET,
              keys.of(state.key),
              keys.events,
              keys.repeat,
              keys.prefix,
              before,
              portion,
              state.key);
      int already = removed.size();
      if (reply instanceof List<?> ids) {
        ids.forEach(id -> removed.add(Job.text(id)));
      }
      if (removed.size() - already < portion) {
        break;
      }
    } while (removed.size() < limit);
    return removed;
  }

  /** Removes what waits; what schedulers have put down for later stays. */
  public void drain(boolean delayedToo) {
    redis.run(
        Script.DRAIN,
        keys.wait,
        keys.paused,
        keys.delayed,
        keys.prioritized,
        keys.repeat,
        keys.prefix,
        delayedToo ? 1 : 0);
  }

  /** Has all failed jobs tried again. */
  public void retryFailed() {
    retry(JobState.FAILED, Instant.now());
  }

  /**
   * Has all finished jobs done again.
   *
   * @param ended FAILED or COMPLETED
   * @param until only those that had ended by then
   */
  public void retry(JobState ended, Instant until) {
    if (ended != JobState.FAILED && ended != JobState.COMPLETED) {
      throw new IllegalArgumentException("Only what has ended can be done again, not " + ended);
    }
    toWait(ended, Long.toString(until.toEpochMilli()));
  }

  /** Has all delayed jobs done now. */
  public void promoteDelayed() {
    toWait(JobState.DELAYED, "1.7976931348623157e+308");
  }

  private void toWait(JobState from, String until) {
    Object more;
    do {
      more =
          redis.run(
              Script.MOVE_JOBS_TO_WAIT,
              keys.prefix,
              keys.events,
              keys.of(from.key),
              keys.wait,
              keys.paused,
              keys.meta,
              keys.active,
              keys.marker,
              PORTION,
              until,
              from.key);
    } while (isMore(more));
  }

  /**
   * Removes the queue with all that is in it.
   *
   * @param force although workers are at jobs of it
   */
  public void obliterate(boolean force) {
    new QueueAdmin(redis, keys).pause();
    Object more;
    do {
      more = redis.run(Script.OBLITERATE, keys.meta, keys.prefix, PORTION, force ? "force" : "");
      if (more instanceof Long code && code < 0) {
        throw new QueueException(
            "Queue " + keys.queue + " is not obliterated: workers are at jobs of it");
      }
    } while (isMore(more));
  }

  /**
   * Shortens the stream of events, which shortens itself at about 10,000.
   *
   * @param length about how many of the latest stay; a few more may
   * @return how many were removed
   */
  public long trimEvents(long length) {
    Object reply =
        redis.call(Command.of(Protocol.Command.XTRIM, keys.events, "MAXLEN", "~", length));
    return reply instanceof Long count ? count : 0;
  }

  private static boolean isMore(@Nullable Object reply) {
    return reply instanceof Long left && left > 0;
  }
}
