package asset2go.queue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many finished jobs are kept, and for how long: a job of that policy, when it finishes, clears
 * away the older ones.
 *
 * @param count how many, 0 for none, -1 or null for any number
 * @param age seconds, null for ever
 * @param limit how many may be cleared away for their age at once, null for BullMQ's 1,000
 */
public record Keep(@Nullable Integer count, @Nullable Long age, @Nullable Integer limit) {
  public static final Keep ALL = new Keep(-1, null, null);
  public static final Keep NONE = new Keep(0, null, null);

  public Keep {
    if ((count != null && count < -1) || (age != null && age < 0) || (limit != null && limit < 1)) {
      throw new IllegalArgumentException(
          "A count to be kept is -1 or more, an age 0 or more, a limit 1 or more");
    }
  }

  public static Keep last(int count) {
    return new Keep(count, null, null);
  }

  public static Keep since(Duration age) {
    return new Keep(null, age.toSeconds(), null);
  }

  public Keep andAtMost(int count) {
    return new Keep(count, age, limit);
  }

  /** Clears away at most so many for their age at once, the youngest of the too old first. */
  public Keep clearingAtMost(int limit) {
    return new Keep(count, age, limit);
  }

  Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    if (count != null) {
      map.put("count", count);
    }
    if (age != null) {
      map.put("age", age);
    }
    if (limit != null) {
      map.put("limit", limit);
    }
    return map;
  }

  /**
   * As stored by whoever produced the job: true, false, a number or an object; null where it says
   * nothing.
   */
  static @Nullable Keep of(@Nullable Object stored) {
    return switch (stored) {
      case Boolean remove -> remove ? NONE : ALL;
      case Number count -> last(Math.max(-1, count.intValue()));
      case Map<?, ?> map ->
          new Keep(
              map.get("count") instanceof Number number
                  ? (Integer) Math.max(-1, number.intValue())
                  : null,
              map.get("age") instanceof Number number
                  ? (Long) Math.max(0, number.longValue())
                  : null,
              map.get("limit") instanceof Number number && number.intValue() > 0
                  ? (Integer) number.intValue()
                  : null);
      case null, default -> null;
    };
  }
}
