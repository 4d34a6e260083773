package asset2go.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol;

/** The keeper's side of a queue: counts, single jobs, pause and resume. Thread-safe. */
public final class QueueAdmin {
  private static final List<JobState> COUNTED =
      Stream.of(JobState.values()).filter(state -> state != JobState.UNKNOWN).toList();

  /** How often a page is filled up in place of jobs that vanish while it is read. */
  private static final int BACKFILLS = 5;

  private final Redis redis;
  private final Keys keys;

  public QueueAdmin(Redis redis, String queue) {
    this(redis, redis.prefix(), queue);
  }

  public QueueAdmin(Redis redis, String prefix, String queue) {
    this(redis, redis.keys(prefix, queue));
  }

  QueueAdmin(Redis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /** How many jobs are in each state. */
  public Map<JobState, Long> counts() {
    Object[] arguments =
        Stream.concat(Stream.of(keys.prefix), COUNTED.stream().map(state -> (Object) state.key))
            .toArray();
    Map<JobState, Long> counts = new EnumMap<>(JobState.class);
    if (redis.run(Script.GET_COUNTS, arguments) instanceof List<?> replies) {
      for (int i = 0; i < COUNTED.size(); i++) {
        counts.put(COUNTED.get(i), replies.get(i) instanceof Long count ? count : 0L);
      }
    }
    return counts;
  }

  /**
   * How many jobs wait with each of these priorities.
   *
   * @param priorities 0 for those without one
   */
  public Map<Integer, Long> countsPerPriority(int... priorities) {
    List<Integer> asked = Arrays.stream(priorities).distinct().boxed().toList();
    Object[] arguments =
        Stream.concat(Stream.of(keys.wait, keys.prioritized), asked.stream()).toArray();
    Map<Integer, Long> counts = new LinkedHashMap<>();
    if (!asked.isEmpty()
        && redis.run(Script.GET_COUNTS_PER_PRIORITY, arguments) instanceof List<?> replies) {
      for (int i = 0; i < asked.size(); i++) {
        counts.put(asked.get(i), replies.get(i) instanceof Long count ? count : 0L);
      }
    }
    return counts;
  }

  /** How many delayed jobs are due by then. */
  public long delayedUntil(Instant time) {
    Object reply =
        redis.run(Script.GET_COUNTS, keys.prefix, time.toEpochMilli(), JobState.DELAYED.key);
    return reply instanceof List<?> counts && counts.getFirst() instanceof Long count ? count : 0;
  }

  /** The version of the library that made this queue, such as "bullmq:6.7.0". */
  public Optional<String> version() {
    Object version = redis.call(Command.of(Protocol.Command.HGET, keys.meta, "version"));
    return version == null ? Optional.empty() : Optional.of(Job.text(version));
  }

  /**
   * When the job was made that is next to be taken, of those that wait: how far the workers are
   * behind.
   */
  public Optional<Instant> oldestWaiting() {
    return Stream.of(
            redis.call(Command.of(Protocol.Command.LINDEX, keys.wait, -1)),
            first(redis.call(Command.of(Protocol.Command.ZRANGE, keys.prioritized, 0, 0))))
        .filter(Objects::nonNull)
        .flatMap(id -> made(Job.text(id)))
        .min(Instant::compareTo);
  }

  private static @Nullable Object first(@Nullable Object reply) {
    return reply instanceof List<?> list && !list.isEmpty() ? list.getFirst() : null;
  }

  private Stream<Instant> made(String jobId) {
    return job(jobId).map(job -> Instant.ofEpochMilli(job.timestamp())).stream();
  }

  public Optional<Job> job(String id) {
    Object hash = redis.call(Command.of(Protocol.Command.HGETALL, keys.of(id)));
    return Optional.ofNullable(Job.parse(keys.queue, id, hash));
  }

  public JobState state(String id) {
    return JobState.of(
        Job.text(
            redis.run(
                Script.GET_STATE,
                keys.completed,
                keys.failed,
                keys.delayed,
                keys.active,
                keys.wait,
                keys.paused,
                keys.waitingChildren,
                keys.prioritized,
                id)));
  }

  /**
   * A page of the jobs in a state.
   *
   * @param from 0 for the first
   * @param oldestFirst for those that wait: the next to be taken first
   */
  public List<Job> jobs(JobState state, int from, int count, boolean oldestFirst) {
    List<Job> jobs = new ArrayList<>();
    Object reply =
        redis.run(
            Script.GET_JOBS,
            keys.prefix,
            from,
            from + count - 1,
            oldestFirst ? 1 : 0,
            BACKFILLS,
            state.key);
    if (reply instanceof List<?> groups && groups.getFirst() instanceof List<?> group) {
      for (Object entry : group) {
        if (entry instanceof List<?> pair
            && Job.parse(keys.queue, Job.text(pair.get(0)), pair.get(1)) instanceof Job job) {
          jobs.add(job);
        }
      }
    }
    return jobs;
  }

  /** The rows that a job has logged. */
  public List<String> logs(String id) {
    return new JobLogs(redis, keys).all(id);
  }

  /**
   * Has a failed job tried again.
   *
   * @throws JobException where it has not failed
   */
  public void retry(String id) {
    retry(id, JobState.FAILED, false);
  }

  /**
   * Has a finished job done again.
   *
   * @param from FAILED or COMPLETED
   * @param resetAttempts whether it gets all its attempts anew
   */
  public void retry(String id, JobState from, boolean resetAttempts) {
    boolean lifo = job(id).map(job -> job.options().lifo()).orElse(false);
    Object reply =
        redis.run(
            Script.REPROCESS_JOB,
            keys.of(id),
            keys.events,
            keys.of(from.key),
            keys.wait,
            keys.meta,
            keys.active,
            keys.marker,
            keys.prioritized,
            keys.priorityCounter,
            id,
            lifo ? "RPUSH" : "LPUSH",
            from == JobState.FAILED ? "failedReason" : "returnvalue",
            from.key,
            resetAttempts ? 1 : 0,
            resetAttempts ? 1 : 0);
    expect(1, reply, "retry", id);
  }

  /**
   * Removes a job, and its children if it has any.
   *
   * @throws JobException where a worker is at it
   */
  public void remove(String id) {
    remove(id, true);
  }

  /**
   * Removes a job.
   *
   * @param children whether its children go, too
   * @throws JobException where a worker is at it or at one of them
   */
  public void remove(String id, boolean children) {
    Object reply =
        redis.run(Script.REMOVE_JOB, keys.of(id), keys.repeat, id, children ? 1 : 0, keys.prefix);
    expect(1, reply, "remove", id);
  }

  /**
   * Says how far a job has come by another hand than the processor's.
   *
   * @param progress JSON
   * @throws JobException where there is no such job
   */
  public void updateProgress(String id, RawJson progress) {
    Object reply =
        redis.run(Script.UPDATE_PROGRESS, keys.of(id), keys.events, keys.meta, id, progress.text());
    expect(0, reply, "update the progress of", id);
  }

  /**
   * Replaces a job's data. A worker that is at it goes on with what it has.
   *
   * @throws JobException where there is no such job
   */
  public void updateData(String id, RawJson data) {
    Object reply = redis.run(Script.UPDATE_DATA, keys.of(id), data.text());
    expect(0, reply, "update the data of", id);
  }

  /**
   * Has a delayed job done now.
   *
   * @throws JobException where it is not delayed
   */
  public void promote(String id) {
    Object reply =
        redis.run(
            Script.PROMOTE,
            keys.delayed,
            keys.wait,
            keys.paused,
            keys.meta,
            keys.prioritized,
            keys.active,
            keys.priorityCounter,
            keys.events,
            keys.marker,
            keys.prefix,
            id);
    expect(0, reply, "promote", id);
  }

  /**
   * Has a delayed job done at another time.
   *
   * @throws JobException where it is not delayed
   */
  public void changeDelay(String id, Duration fromNow) {
    Object reply =
        redis.run(
            Script.CHANGE_DELAY,
            keys.delayed,
            keys.meta,
            keys.marker,
            keys.events,
            fromNow.toMillis(),
            System.currentTimeMillis(),
            id,
            keys.of(id));
    expect(0, reply, "change the delay of", id);
  }

  /**
   * Gives a job that waits another priority.
   *
   * @param priority 0 for none
   */
  public void changePriority(String id, int priority) {
    changePriority(id, priority, false);
  }

  /**
   * Gives a job that waits another priority.
   *
   * @param priority 0 for none
   * @param first whether it goes before all others of that priority
   * @throws JobException where there is no such job
   */
  public void changePriority(String id, int priority, boolean first) {
    Object reply =
        redis.run(
            Script.CHANGE_PRIORITY,
            keys.wait,
            keys.paused,
            keys.meta,
            keys.prioritized,
            keys.active,
            keys.priorityCounter,
            keys.marker,
            priority,
            keys.prefix,
            id,
            first ? 1 : 0);
    expect(0, reply, "change the priority of", id);
  }

  private static void expect(long expected, @Nullable Object reply, String action, String id) {
    if (!(reply instanceof Long code) || code != expected) {
      throw new JobException(action, id, reply instanceof Long code ? code : Long.MIN_VALUE);
    }
  }

  /** No worker takes a job until the queue is resumed. */
  public void pause() {
    pause(keys.wait, keys.paused, "paused", true);
  }

  public void resume() {
    // What an older BullMQ set aside while it was paused comes back in portions.
    boolean more = pause(keys.paused, keys.wait, "resumed", true);
    while (more) {
      more = pause(keys.paused, keys.wait, "resumed", false);
    }
  }

  /** True while there is more to be moved. */
  private boolean pause(byte[] from, byte[] to, String change, boolean tell) {
    Object left =
        redis.run(
            Script.PAUSE,
            from,
            to,
            keys.meta,
            keys.prioritized,
            keys.events,
            keys.delayed,
            keys.marker,
            change,
            tell ? 1 : 0);
    return left instanceof Long count && count > 0;
  }

  public boolean isPaused() {
    return redis.call(Command.of(Protocol.Command.HEXISTS, keys.meta, "paused"))
            instanceof Long found
        && found == 1;
  }
}
