package asset2go.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a scheduler makes its jobs: by a cron expression in a time zone, or at a fixed interval.
 *
 * @param pattern a cron expression of five or six fields, null for an interval
 * @param zone the zone that the pattern is meant in, null for that of the process
 * @param every milliseconds between two jobs, null for a pattern
 * @param offset milliseconds by which an interval is shifted against midnight UTC
 * @param start no job before it
 * @param end no job after it
 * @param limit how many jobs in all
 * @param immediately the first job of a pattern now
 */
public record Schedule(
    @Nullable String pattern,
    @Nullable ZoneId zone,
    @Nullable Long every,
    @Nullable Long offset,
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable Integer limit,
    boolean immediately) {

  /**
   * @throws IllegalArgumentException where it has not exactly one of pattern and interval, or the
   *     pattern is not one
   */
  public Schedule {
    if ((pattern == null) == (every == null) || (every != null && every < 1)) {
      throw new IllegalArgumentException("A schedule has either a pattern or an interval");
    }
    if (pattern != null) {
      new Cron(pattern);
    }
  }

  /** By a cron expression, such as {@code 0 6 * * 1-5}. */
  public static Schedule cron(String pattern, ZoneId zone) {
    return new Schedule(pattern, zone, null, null, null, null, null, false);
  }

  /** At a fixed interval, from now on. */
  public static Schedule every(Duration interval) {
    return new Schedule(null, null, interval.toMillis(), null, null, null, null, false);
  }

  public Schedule between(@Nullable Instant start, @Nullable Instant end) {
    return new Schedule(pattern, zone, every, offset, start, end, limit, immediately);
  }

  public Schedule atMost(int limit) {
    return new Schedule(pattern, zone, every, offset, start, end, limit, immediately);
  }

  public Schedule startingNow() {
    return new Schedule(pattern, zone, every, offset, start, end, limit, true);
  }

  /**
   * When a pattern is due next after the given time, null for never.
   *
   * @throws IllegalStateException for an interval: there it is Redis that counts
   */
  public @Nullable Instant next(Instant after) {
    if (pattern == null) {
      throw new IllegalStateException("Only a pattern has a next time of its own");
    }
    Instant from = start != null && start.isAfter(after) ? start : after;
    Instant next = new Cron(pattern).next(from, zone == null ? ZoneId.systemDefault() : zone);
    return next == null || (end != null && next.isAfter(end)) ? null : next;
  }

  /** As it stands in the options of the jobs that it makes. */
  Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    put(map, "pattern", pattern);
    put(map, "tz", zone == null ? null : zone.getId());
    put(map, "every", every);
    put(map, "offset", offset);
    put(map, "startDate", start == null ? null : (Long) start.toEpochMilli());
    put(map, "endDate", end == null ? null : (Long) end.toEpochMilli());
    put(map, "limit", limit);
    return map;
  }

  private static void put(Map<String, @Nullable Object> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  /**
   * As stored in a job's options or, all as text, in a scheduler's hash.
   *
   * @throws RuntimeException where it is not a schedule
   */
  static Schedule of(Map<?, ?> stored) {
    Long limit = number(stored.get("limit"));
    return new Schedule(
        stored.get("pattern") instanceof String pattern && !pattern.isEmpty() ? pattern : null,
        stored.get("tz") instanceof String zone && !zone.isEmpty() ? ZoneId.of(zone) : null,
        number(stored.get("every")),
        number(stored.get("offset")),
        time(stored.get("startDate")),
        time(stored.get("endDate")),
        limit == null ? null : (Integer) limit.intValue(),
        false);
  }

  private static @Nullable Instant time(@Nullable Object stored) {
    if (stored instanceof String text && text.indexOf('-') > 0) {
      return Instant.parse(text);
    }
    Long millis = number(stored);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long number(@Nullable Object stored) {
    return switch (stored) {
      case Number number -> number.longValue();
      case String text when !text.isEmpty() -> (long) Double.parseDouble(text);
      case null, default -> null;
    };
  }
}
