package asset2go.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/**
 * The jobs of a queue in the order that a keeper reads them in, without what may be large: their
 * data, return values and stack traces stay in Redis. Thread-safe.
 */
public final class JobOutlines {
  private static final String[] FIELDS = {
    "name",
    "opts",
    "timestamp",
    "delay",
    "priority",
    "attemptsMade",
    "atm",
    "ats",
    "stc",
    "processedOn",
    "finishedOn",
    "progress",
    "failedReason",
    "rjk",
    "deid",
    "parentKey",
    "pb"
  };
  private static final long MINUTE = 60_000;

  /**
   * BullMQ multiplies the time of a delayed job by this, to tell apart those of one millisecond.
   */
  private static final long ORDINALS = 0x1000;

  private final Redis redis;
  private final Keys keys;

  public JobOutlines(Redis redis, String queue) {
    this.redis = redis;
    this.keys = redis.keys(redis.prefix(), queue);
  }

  /** How many bytes of a job are its data and its return value. */
  public record Sizes(long data, long returnValue) {}

  /**
   * The jobs of a state, those that wait in the order in which they will be taken, finished ones
   * the latest first. One that vanishes while they are read is left out.
   */
  public List<Job> page(JobState state, int from, int count) {
    return outlines(ids(state, from, count));
  }

  /** Their ids, in the same order. */
  public List<String> ids(JobState state, int from, int count) {
    byte[] key = keys.of(state.key);
    Object reply =
        switch (state) {
          case WAITING, PAUSED ->
              redis.call(Command.of(Protocol.Command.LRANGE, key, -from - count, -from - 1));
          case ACTIVE ->
              redis.call(Command.of(Protocol.Command.LRANGE, key, from, from + count - 1));
          case COMPLETED, FAILED ->
              redis.call(Command.of(Protocol.Command.ZREVRANGE, key, from, from + count - 1));
          case DELAYED, PRIORITIZED, WAITING_CHILDREN ->
              redis.call(Command.of(Protocol.Command.ZRANGE, key, from, from + count - 1));
          case UNKNOWN -> List.of();
        };
    List<String> ids = new ArrayList<>();
    if (reply instanceof List<?> list) {
      list.forEach(id -> ids.add(Job.text(id)));
    }
    return isTakenFromItsEnd(state) ? ids.reversed() : ids;
  }

  private static boolean isTakenFromItsEnd(JobState state) {
    return state == JobState.WAITING || state == JobState.PAUSED;
  }

  /** Where a job stands among those of a state; empty where it is not, or not any more. */
  public OptionalInt position(JobState state, String id) {
    byte[] key = keys.of(state.key);
    return switch (state) {
      case WAITING, PAUSED -> fromEnd(key, id);
      case ACTIVE -> index(redis.call(Command.of(Protocol.Command.LPOS, key, id)));
      case COMPLETED, FAILED -> index(redis.call(Command.of(Protocol.Command.ZREVRANK, key, id)));
      case DELAYED, PRIORITIZED, WAITING_CHILDREN ->
          index(redis.call(Command.of(Protocol.Command.ZRANK, key, id)));
      case UNKNOWN -> OptionalInt.empty();
    };
  }

  private OptionalInt fromEnd(byte[] key, String id) {
    @Nullable Object[] replies =
        redis.callAll(
            Command.of(Protocol.Command.LPOS, key, id), Command.of(Protocol.Command.LLEN, key));
    return replies[0] instanceof Long index && replies[1] instanceof Long length
        ? OptionalInt.of((int) (length - 1 - index))
        : OptionalInt.empty();
  }

  private static OptionalInt index(@Nullable Object reply) {
    return reply instanceof Long index ? OptionalInt.of(index.intValue()) : OptionalInt.empty();
  }

  /** These jobs, as far as they are still there, in the given order. */
  public List<Job> outlines(List<String> ids) {
    List<Job> jobs = new ArrayList<>();
    if (ids.isEmpty()) {
      return jobs;
    }
    @Nullable Object[] replies =
        redis.callAll(ids.stream().map(this::fields).toArray(CommandArguments[]::new));
    for (int i = 0; i < replies.length; i++) {
      if (outline(ids.get(i), replies[i]) instanceof Job job) {
        jobs.add(job);
      }
    }
    return jobs;
  }

  private CommandArguments fields(String id) {
    return Command.of(
        Protocol.Command.HMGET, Stream.concat(Stream.of(keys.of(id)), Stream.of(FIELDS)).toArray());
  }

  private @Nullable Job outline(String id, @Nullable Object reply) {
    List<Object> flat = new ArrayList<>();
    if (reply instanceof List<?> values) {
      for (int i = 0; i < FIELDS.length && i < values.size(); i++) {
        if (values.get(i) instanceof byte[] value) {
          flat.add(FIELDS[i]);
          flat.add(value);
        }
      }
    }
    return Job.parse(keys.queue, id, flat);
  }

  /** One job; empty where there is none of that id. */
  public @Nullable Job find(String id) {
    List<Job> found = outlines(List.of(id));
    return found.isEmpty() ? null : found.getFirst();
  }

  /** When delayed jobs are due; nothing of those that are not delayed any more. */
  public Map<String, Instant> due(List<String> ids) {
    Map<String, Instant> due = new HashMap<>();
    if (ids.isEmpty()) {
      return due;
    }
    @Nullable Object[] scores =
        redis.callAll(
            ids.stream()
                .map(id -> Command.of(Protocol.Command.ZSCORE, keys.delayed, id))
                .toArray(CommandArguments[]::new));
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] instanceof byte[]) {
        due.put(ids.get(i), Instant.ofEpochMilli(number(scores[i]) / ORDINALS));
      }
    }
    return due;
  }

  public Sizes sizes(String id) {
    @Nullable Object[] replies =
        redis.callAll(
            Command.of(Protocol.Command.HSTRLEN, keys.of(id), "data"),
            Command.of(Protocol.Command.HSTRLEN, keys.of(id), "returnvalue"));
    return new Sizes(
        replies[0] instanceof Long data ? data : 0, replies[1] instanceof Long value ? value : 0);
  }

  /** The last rows that a job has logged. */
  public List<String> logs(String id, int most) {
    Object rows = redis.call(Command.of(Protocol.Command.LRANGE, keys.logs(id), -most, -1));
    return rows instanceof List<?> list ? list.stream().map(Job::text).toList() : List.of();
  }

  /**
   * How many jobs ended one way in each of the last minutes, the oldest first, the current one
   * last. BullMQ writes a minute down when a later job ends: what it has not yet is filled in.
   *
   * @param ended COMPLETED or FAILED
   */
  public List<Long> perMinute(JobState ended, int minutes, Instant now) {
    Object reply =
        redis.run(
            Script.GET_METRICS,
            keys.of("metrics:" + ended.key),
            keys.of("metrics:" + ended.key + ":data"),
            0,
            minutes - 1);
    Long[] counts = new Long[minutes];
    Arrays.fill(counts, 0L);
    if (reply instanceof List<?> parts
        && parts.get(0) instanceof List<?> meta
        && parts.get(1) instanceof List<?> points
        && meta.get(1) != null) {
      long behind = now.toEpochMilli() / MINUTE - number(meta.get(1)) / MINUTE;
      put(counts, behind, number(meta.get(0)) - number(meta.get(2)));
      for (int i = 0; i < points.size(); i++) {
        put(counts, behind + 1 + i, number(points.get(i)));
      }
    }
    return List.of(counts);
  }

  private static void put(Long[] counts, long minutesAgo, long count) {
    if (minutesAgo >= 0 && minutesAgo < counts.length) {
      counts[(int) (counts.length - 1 - minutesAgo)] = count;
    }
  }

  private static long number(@Nullable Object reply) {
    return reply instanceof byte[] ? (long) Double.parseDouble(Job.text(reply)) : 0;
  }
}
