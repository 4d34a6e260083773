package asset2go.queue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adding a job is ignored while another with the same deduplication id is there.
 *
 * @param ttl milliseconds after which the id is free again even so; null: when the job has finished
 * @param extend each ignored job starts the time anew
 * @param replace a later job takes the place of a delayed earlier one (debounce)
 * @param keepLastIfActive the last job added while one is being worked at runs after it
 */
public record Deduplication(
    String id, @Nullable Long ttl, boolean extend, boolean replace, boolean keepLastIfActive) {

  public Deduplication {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("A deduplication id is not empty");
    }
  }

  /** Until the first job has completed or failed. */
  public static Deduplication simple(String id) {
    return new Deduplication(id, null, false, false, false);
  }

  /** For a time after the first job was added. */
  public static Deduplication throttle(String id, Duration ttl) {
    return new Deduplication(id, ttl.toMillis(), false, false, false);
  }

  /** The latest of a burst wins, a time after the last: give the job a delay of the same length. */
  public static Deduplication debounce(String id, Duration ttl) {
    return new Deduplication(id, ttl.toMillis(), true, true, false);
  }

  /** At most one at work and one, the latest, to follow. */
  public static Deduplication latest(String id) {
    return new Deduplication(id, null, false, false, true);
  }

  Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("id", id);
    if (ttl != null) {
      map.put("ttl", ttl);
    }
    if (extend) {
      map.put("extend", true);
    }
    if (replace) {
      map.put("replace", true);
    }
    if (keepLastIfActive) {
      map.put("keepLastIfActive", true);
    }
    return map;
  }

  static @Nullable Deduplication of(@Nullable Object stored) {
    if (stored instanceof Map<?, ?> map && map.get("id") instanceof String id && !id.isEmpty()) {
      return new Deduplication(
          id,
          map.get("ttl") instanceof Number ttl ? (Long) ttl.longValue() : null,
          Boolean.TRUE.equals(map.get("extend")),
          Boolean.TRUE.equals(map.get("replace")),
          Boolean.TRUE.equals(map.get("keepLastIfActive")));
    }
    return null;
  }
}
