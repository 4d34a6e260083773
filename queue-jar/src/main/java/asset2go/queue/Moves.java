package asset2go.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/**
 * The scripts by which a worker moves jobs from state to state, with the keys and arguments that
 * BullMQ gives them.
 */
final class Moves {
  private static final String NOTHING = "";

  private final Redis redis;
  private final Keys keys;
  private final WorkerOptions options;

  Moves(Redis redis, Keys keys, WorkerOptions options) {
    this.redis = redis;
    this.keys = keys;
    this.options = options;
  }

  /** Takes the next job, if there is one, locking it with the token. */
  Fetched toActive(String token) {
    Object reply =
        redis.run(
            Script.MOVE_TO_ACTIVE,
            keys.wait,
            keys.active,
            keys.prioritized,
            keys.events,
            keys.stalled,
            keys.limiter,
            keys.delayed,
            keys.paused,
            keys.meta,
            keys.priorityCounter,
            keys.marker,
            keys.prefix,
            System.currentTimeMillis(),
            MessagePack.encode(taking(token)));
    return Fetched.parse(keys.queue, reply);
  }

  /**
   * A job that Redis has given to this token although the reply was lost, or null. Without this it
   * would wait, locked, until it counts as stalled.
   */
  @Nullable Job given(String token) {
    List<String> active = new ArrayList<>();
    if (redis.call(Command.of(Protocol.Command.LRANGE, keys.active, 0, -1))
        instanceof List<?> ids) {
      ids.forEach(id -> active.add(Job.text(id)));
    }
    if (active.isEmpty()) {
      return null;
    }
    Object tokens =
        redis.call(Command.of(Protocol.Command.MGET, active.stream().map(keys::lock).toArray()));
    for (int i = 0; tokens instanceof List<?> list && i < list.size(); i++) {
      if (list.get(i) instanceof byte[] lock && token.equals(Job.text(lock))) {
        String id = active.get(i);
        return Job.parse(
            keys.queue, id, redis.call(Command.of(Protocol.Command.HGETALL, keys.of(id))));
      }
    }
    return null;
  }

  /** Ends a job well. */
  @Nullable Object toCompleted(Job job, String token, String returnValue, boolean fetchNext) {
    return toFinished(
        job, token, "completed", keys.completed, "returnvalue", returnValue, null, fetchNext);
  }

  /** Ends a job badly, for good. */
  @Nullable Object toFailed(Job job, String token, Failure failure, boolean fetchNext) {
    return toFinished(
        job,
        token,
        "failed",
        keys.failed,
        "failedReason",
        failure.reason(),
        failure.fields(),
        fetchNext);
  }

  private @Nullable Object toFinished(
      Job job,
      String token,
      String target,
      byte[] targetKey,
      String field,
      String value,
      byte @Nullable [] fields,
      boolean fetchNext) {
    return redis.run(
        Script.MOVE_TO_FINISHED,
        keys.wait,
        keys.active,
        keys.prioritized,
        keys.events,
        keys.stalled,
        keys.limiter,
        keys.delayed,
        keys.paused,
        keys.meta,
        keys.priorityCounter,
        targetKey,
        keys.of(job.id()),
        keys.of("metrics:" + target),
        keys.marker,
        job.id(),
        System.currentTimeMillis(),
        field,
        value,
        target,
        fetchNext ? 1 : 0,
        keys.prefix,
        MessagePack.encode(finishing(job, token, target)),
        fields == null ? NOTHING : fields);
  }

  /** Puts a failed job aside until its next try. */
  @Nullable Object toDelayed(
      Job job, String token, long delay, boolean countAttempt, Failure failure, boolean fetchNext) {
    return redis.run(
        Script.MOVE_TO_DELAYED,
        keys.marker,
        keys.active,
        keys.prioritized,
        keys.delayed,
        keys.of(job.id()),
        keys.events,
        keys.meta,
        keys.stalled,
        keys.wait,
        keys.limiter,
        keys.priorityCounter,
        keys.prefix,
        System.currentTimeMillis(),
        job.id(),
        token,
        delay,
        countAttempt ? 0 : 1,
        failure.fields(),
        fetchNext ? 1 : 0,
        fetchNext ? MessagePack.encode(taking(token)) : NOTHING);
  }

  /** Puts a failed job back at once. */
  @Nullable Object retry(Job job, String token, Failure failure) {
    return redis.run(
        Script.RETRY_JOB,
        keys.active,
        keys.wait,
        keys.paused,
        keys.of(job.id()),
        keys.meta,
        keys.events,
        keys.delayed,
        keys.prioritized,
        keys.priorityCounter,
        keys.marker,
        keys.stalled,
        keys.prefix,
        System.currentTimeMillis(),
        job.options().lifo() ? "RPUSH" : "LPUSH",
        job.id(),
        token,
        failure.fields());
  }

  /**
   * Hands a job back untouched: the next worker takes it first.
   *
   * @return for how many milliseconds workers are held up, 0 where they are not, or an error code
   */
  @Nullable Object backToWait(String jobId, String token) {
    return redis.run(
        Script.MOVE_JOB_FROM_ACTIVE_TO_WAIT,
        keys.active,
        keys.wait,
        keys.stalled,
        keys.paused,
        keys.meta,
        keys.limiter,
        keys.prioritized,
        keys.marker,
        keys.events,
        jobId,
        token,
        keys.of(jobId));
  }

  /** Holds up all workers of the queue that have a limiter. */
  void holdUp(Duration time) {
    redis.call(QueueLimits.holdingUp(keys, time));
  }

  /** Renews locks; the ids of those that are lost come back. */
  List<String> extendLocks(List<String> jobIds, List<String> tokens) {
    return texts(
        redis.run(
            Script.EXTEND_LOCKS,
            keys.stalled,
            keys.prefix,
            MessagePack.encode(tokens),
            MessagePack.encode(jobIds),
            options.lock().toMillis()));
  }

  /**
   * Puts the jobs of lost workers back; their ids come back, unless another worker has just looked.
   */
  List<String> stalledToWait() {
    return texts(
        redis.run(
            Script.MOVE_STALLED_JOBS_TO_WAIT,
            keys.stalled,
            keys.wait,
            keys.active,
            keys.stalledCheck,
            keys.meta,
            keys.paused,
            keys.marker,
            keys.events,
            keys.repeat,
            options.maxStalled(),
            keys.prefix,
            System.currentTimeMillis(),
            options.stalledInterval().toMillis()));
  }

  void updateProgress(String jobId, String progress) {
    Object reply =
        redis.run(Script.UPDATE_PROGRESS, keys.of(jobId), keys.events, keys.meta, jobId, progress);
    refuse("update the progress of", jobId, reply);
  }

  void log(Job job, String row) {
    new JobLogs(redis, keys).add(job.id(), row, job.options().keepLogs());
  }

  /** Adds a child to a job that a worker is at. */
  String addChild(Job parent, String queue, NewJob child) {
    Adding.Place place = new Adding.Place(null, keys.qualifiedName, parent.id(), false, false);
    Redis.ScriptCall call = Adding.call(redis.keys(keys.root, queue), child, place);
    Object reply = redis.runAll(List.of(call))[0];
    refuse("add a child to", parent.id(), reply);
    return Job.text(reply);
  }

  /** Puts a job aside until its children are done; false where there is none to wait for. */
  boolean toWaitingChildren(String jobId, String token) {
    Object reply =
        redis.run(
            Script.MOVE_TO_WAITING_CHILDREN,
            keys.active,
            keys.waitingChildren,
            keys.of(jobId),
            keys.of(jobId + ":dependencies"),
            keys.of(jobId + ":unsuccessful"),
            keys.stalled,
            keys.events,
            token,
            NOTHING,
            System.currentTimeMillis(),
            jobId,
            keys.prefix);
    refuse("await the children of", jobId, reply);
    return !(reply instanceof Long code) || code == 0;
  }

  void removeUnprocessedChildren(String jobId) {
    redis.run(Script.REMOVE_UNPROCESSED_CHILDREN, keys.of(jobId), keys.meta, keys.prefix, jobId);
  }

  void updateData(String jobId, RawJson data) {
    Object reply = redis.run(Script.UPDATE_DATA, keys.of(jobId), data.text());
    refuse("update the data of", jobId, reply);
  }

  Dependencies dependencies() {
    return new Dependencies(redis, keys);
  }

  /** The blocking wait: to be sent on a connection of its own. */
  CommandArguments awaitMarker(double seconds) {
    return Command.of(Protocol.Command.BZPOPMIN, keys.marker, Double.toString(seconds));
  }

  private static void refuse(String action, String jobId, @Nullable Object reply) {
    if (reply instanceof Long code && code < 0) {
      throw new JobException(action, jobId, code);
    }
  }

  private Map<String, @Nullable Object> taking(String token) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("token", token);
    map.put("lockDuration", options.lock().toMillis());
    map.put("name", options.name());
    WorkerOptions.Limiter limiter = options.limiter();
    if (limiter != null) {
      map.put("limiter", Map.of("max", limiter.max(), "duration", limiter.per().toMillis()));
    }
    return map;
  }

  private Map<String, @Nullable Object> finishing(Job job, String token, String target) {
    JobOptions wanted = job.options();
    boolean completed = target.equals("completed");
    Keep own = completed ? wanted.removeOnComplete() : wanted.removeOnFail();
    Keep ours = completed ? options.removeOnComplete() : options.removeOnFail();
    Map<String, @Nullable Object> map = taking(token);
    // A Lua error does not roll back: without keepJobs, attempts or maxMetricsSize the script would
    // stop half-way.
    map.put("keepJobs", (own == null ? ours : own).toMap());
    map.put("attempts", wanted.attempts());
    map.put("maxMetricsSize", options.metricsMinutes() == 0 ? NOTHING : options.metricsMinutes());
    for (OnFailure choice : OnFailure.values()) {
      if (choice != OnFailure.WAIT) {
        map.put(choice.key, wanted.onFailure() == choice);
      }
    }
    return map;
  }

  private static List<String> texts(@Nullable Object reply) {
    return reply instanceof List<?> list ? list.stream().map(Job::text).toList() : List.of();
  }

  /** Fields of a job's hash, as the scripts take them. */
  static byte[] fields(String... namesAndValues) {
    return MessagePack.encode(Arrays.asList(namesAndValues));
  }
}
