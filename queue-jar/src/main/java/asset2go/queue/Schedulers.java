package asset2go.queue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol;

/**
 * The schedulers of a queue. Each makes its next job when a worker takes the last one, so that
 * however many workers run, a scheduled job is there once. Thread-safe.
 */
public final class Schedulers {
  private static final Logger LOG = System.getLogger(Schedulers.class.getName());

  private final Redis redis;
  private final Keys keys;

  public Schedulers(Redis redis, String queue) {
    this(redis, redis.prefix(), queue);
  }

  public Schedulers(Redis redis, String prefix, String queue) {
    this(redis, redis.keys(prefix, queue));
  }

  Schedulers(Redis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /**
   * Makes a scheduler, or changes the one of that id; asked for what is there already it changes
   * nothing.
   *
   * @param job what it makes
   * @return the id of the next job, nothing where the schedule is over
   */
  public Optional<String> upsert(String id, Schedule schedule, NewJob job) {
    long now = System.currentTimeMillis();
    Long next = first(schedule, now);
    boolean over = schedule.end() != null && now > schedule.end().toEpochMilli();
    if (over || (next == null && schedule.every() == null)) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> template = job.options().toMap();
    template.remove("attempts", 0);
    Map<String, @Nullable Object> scheduler = new LinkedHashMap<>(schedule.toMap());
    scheduler.put("name", job.name());
    Object reply =
        redis.run(
            Script.ADD_JOB_SCHEDULER,
            keys.repeat,
            keys.delayed,
            keys.wait,
            keys.paused,
            keys.meta,
            keys.prioritized,
            keys.marker,
            keys.id,
            keys.events,
            keys.priorityCounter,
            keys.active,
            next == null ? "" : next,
            MessagePack.encode(scheduler),
            id,
            job.data(),
            MessagePack.encode(template),
            MessagePack.encode(
                nextOptions(id, job.options().toMap(), schedule.toMap(), 1, next, now)),
            now,
            keys.prefix,
            "");
    if (reply instanceof List<?> made) {
      return Optional.of(Job.text(made.getFirst()));
    }
    throw new JobException("schedule", id, reply instanceof Long code ? code : Long.MIN_VALUE);
  }

  private static @Nullable Long first(Schedule schedule, long now) {
    if (schedule.every() != null) {
      return null;
    }
    if (schedule.immediately()) {
      return now;
    }
    Instant next = schedule.next(Instant.ofEpochMilli(now));
    return next == null ? null : (Long) next.toEpochMilli();
  }

  /** Removes it with its next job; false where there is none of that id. */
  public boolean remove(String id) {
    Object reply =
        redis.run(
            Script.REMOVE_JOB_SCHEDULER, keys.repeat, keys.delayed, keys.events, id, keys.prefix);
    return reply instanceof Long code && code == 0;
  }

  public Optional<Scheduler> get(String id) {
    Object hash = redis.call(Command.of(Protocol.Command.HGETALL, keys.of("repeat:" + id)));
    Object next = redis.call(Command.of(Protocol.Command.ZSCORE, keys.repeat, id));
    return next == null ? Optional.empty() : Optional.ofNullable(scheduler(id, hash, next));
  }

  /** How many there are. */
  public long count() {
    return redis.call(Command.of(Protocol.Command.ZCARD, keys.repeat)) instanceof Long count
        ? count
        : 0;
  }

  /** All of them, the next due first. */
  public List<Scheduler> list() {
    return list(0, Integer.MAX_VALUE);
  }

  /**
   * Some of them, the next due first.
   *
   * @param from 0 for the first
   * @param most how many at most, one or more
   */
  public List<Scheduler> list(int from, int most) {
    Keys.checkPage(from, most);
    List<Scheduler> all = new ArrayList<>();
    Object ids =
        redis.call(Command.of(Protocol.Command.ZRANGE, keys.repeat, from, from + (long) most - 1));
    if (ids instanceof List<?> list) {
      list.forEach(id -> get(Job.text(id)).ifPresent(all::add));
    }
    return all;
  }

  private static @Nullable Scheduler scheduler(String id, @Nullable Object hash, Object next) {
    Map<String, String> fields = texts(hash);
    if (!fields.containsKey("ic")) {
      return null; // What BullMQ had before there were schedulers.
    }
    try {
      return new Scheduler(
          id,
          Schedule.of(fields),
          fields.getOrDefault("name", id),
          fields.getOrDefault("data", "{}"),
          JobOptions.parse(fields.get("opts")),
          Instant.ofEpochMilli((long) Double.parseDouble(Job.text(next))),
          Long.parseLong(fields.getOrDefault("ic", "0")));
    } catch (RuntimeException odd) {
      LOG.log(Level.WARNING, () -> "Cannot read scheduler " + id + ": " + odd.getMessage());
      return null;
    }
  }

  private static Map<String, String> texts(@Nullable Object hash) {
    Map<String, String> fields = new HashMap<>();
    if (hash instanceof List<?> flat) {
      for (int i = 0; i + 1 < flat.size(); i += 2) {
        fields.put(Job.text(flat.get(i)), Job.text(flat.get(i + 1)));
      }
    }
    return fields;
  }

  /** Has the scheduler of a job that a worker has just taken make its next one. */
  void makeNext(Job job) {
    String id = job.schedulerId();
    if (id == null || !isScheduler(id)) {
      return;
    }
    Map<String, @Nullable Object> options = Json.fields(job.rawOptions());
    Map<?, ?> repeat = options.get("repeat") instanceof Map<?, ?> map ? map : Map.of();
    Schedule schedule = Schedule.of(repeat);
    int count = repeat.get("count") instanceof Number done ? done.intValue() + 1 : 1;
    long now = System.currentTimeMillis();
    boolean over =
        (schedule.limit() != null && count > schedule.limit())
            || (schedule.end() != null && now > schedule.end().toEpochMilli());
    long from = options.get("prevMillis") instanceof Number last ? last.longValue() : 0;
    Instant next =
        over || schedule.every() != null
            ? null
            : schedule.next(Instant.ofEpochMilli(Math.max(from, now)));
    if (over || (next == null && schedule.every() == null)) {
      return;
    }
    Long millis = next == null ? null : (Long) next.toEpochMilli();
    redis.run(
        Script.UPDATE_JOB_SCHEDULER,
        keys.repeat,
        keys.delayed,
        keys.wait,
        keys.paused,
        keys.meta,
        keys.prioritized,
        keys.marker,
        keys.id,
        keys.events,
        keys.priorityCounter,
        keys.of(job.id()),
        keys.active,
        millis == null ? "" : millis,
        id,
        job.data(),
        MessagePack.encode(nextOptions(id, options, repeat, count, millis, now)),
        now,
        keys.prefix,
        job.id());
  }

  private boolean isScheduler(String id) {
    return redis.call(Command.of(Protocol.Command.HEXISTS, keys.of("repeat:" + id), "ic"))
            instanceof Long found
        && found == 1;
  }

  private static Map<String, @Nullable Object> nextOptions(
      String id,
      Map<String, @Nullable Object> options,
      Map<?, ?> repeat,
      int count,
      @Nullable Long next,
      long now) {
    Map<String, @Nullable Object> repeated = new LinkedHashMap<>();
    repeat.forEach((key, value) -> repeated.put(String.valueOf(key), value));
    repeated.remove("immediately");
    repeated.put("count", count);
    Map<String, @Nullable Object> map = new LinkedHashMap<>(options);
    map.put("repeat", repeated);
    map.put("timestamp", now);
    map.put("repeatJobKey", id);
    map.remove("prevMillis");
    if (next != null) {
      map.put("jobId", "repeat:" + id + ":" + next);
      map.put("delay", Math.max(0, next - now));
      map.put("prevMillis", next);
    }
    return map;
  }
}
