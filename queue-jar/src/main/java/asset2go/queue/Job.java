package asset2go.queue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands in Redis. Times are milliseconds since the epoch, null where the job has not
 * come so far.
 *
 * @param data JSON, as its producer wrote it
 * @param rawOptions JSON, as stored, with what we have no name for
 * @param attemptsMade how often it has been tried and has ended, well or not
 * @param attemptsStarted how often a worker has taken it
 * @param stalledCount how often a worker was lost over it
 * @param progress JSON
 * @param returnValue JSON, null before it completed
 * @param failedReason why the last try failed
 * @param stacktrace of each failed try, the latest last
 * @param deferredFailure why the next worker must fail it without running it
 * @param schedulerId the job scheduler that made it
 * @param parentKey the Redis key of its parent in a flow
 * @param processedBy the name of the worker that took it last
 */
public record Job(
    String queue,
    String id,
    String name,
    String data,
    JobOptions options,
    String rawOptions,
    long timestamp,
    long delay,
    int priority,
    int attemptsMade,
    int attemptsStarted,
    int stalledCount,
    @Nullable Long processedOn,
    @Nullable Long finishedOn,
    String progress,
    @Nullable String returnValue,
    @Nullable String failedReason,
    List<String> stacktrace,
    @Nullable String deferredFailure,
    @Nullable String schedulerId,
    @Nullable String deduplicationId,
    @Nullable String parentKey,
    @Nullable String processedBy) {

  /** From a reply to HGETALL, or null where that was empty. */
  static @Nullable Job parse(String queue, String id, @Nullable Object reply) {
    if (!(reply instanceof List<?> flat) || flat.isEmpty()) {
      return null;
    }
    Map<String, String> hash = new HashMap<>();
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      hash.put(text(flat.get(i)), text(flat.get(i + 1)));
    }
    return new Job(
        queue,
        id,
        hash.getOrDefault("name", ""),
        hash.getOrDefault("data", "{}"),
        JobOptions.parse(hash.get("opts")),
        hash.getOrDefault("opts", "{}"),
        number(hash, "timestamp"),
        number(hash, "delay"),
        (int) number(hash, "priority"),
        (int) number(hash, hash.containsKey("attemptsMade") ? "attemptsMade" : "atm"),
        (int) number(hash, "ats"),
        (int) number(hash, "stc"),
        time(hash, "processedOn"),
        time(hash, "finishedOn"),
        hash.getOrDefault("progress", "0"),
        hash.get("returnvalue"),
        hash.get("failedReason"),
        traces(hash.get("stacktrace")),
        hash.get("defa"),
        hash.get("rjk"),
        hash.get("deid"),
        hash.get("parentKey"),
        hash.get("pb"));
  }

  static String text(@Nullable Object reply) {
    return reply instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : String.valueOf(reply);
  }

  private static long number(Map<String, String> hash, String field) {
    Long time = time(hash, field);
    return time == null ? 0 : time;
  }

  private static @Nullable Long time(Map<String, String> hash, String field) {
    String text = hash.get(field);
    try {
      return text == null || text.isEmpty() ? null : (long) Double.parseDouble(text);
    } catch (NumberFormatException nonsense) {
      return null;
    }
  }

  private static List<String> traces(@Nullable String json) {
    try {
      return json != null && Json.parse(json) instanceof List<?> list
          ? list.stream().map(String::valueOf).toList()
          : List.of();
    } catch (IllegalArgumentException malformed) {
      return List.of();
    }
  }
}
