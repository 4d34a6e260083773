package asset2go.queue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import redis.clients.jedis.Protocol;

/**
 * Jobs of a queue that are in none of its states, so that nobody will ever do or show them: what
 * deleting keys by hand, or an evicting Redis, leaves behind. Thread-safe.
 */
public final class QueueOrphans {
  /** Every name that BullMQ gives a key of a queue which is not a job. */
  private static final List<String> STATES =
      List.of(
          "active",
          "wait",
          "waiting-children",
          "paused",
          "id",
          "delayed",
          "prioritized",
          "stalled-check",
          "completed",
          "failed",
          "stalled",
          "repeat",
          "limiter",
          "meta",
          "events",
          "pc",
          "marker",
          "de");

  private static final List<String> PARTS =
      List.of("logs", "dependencies", "processed", "failed", "unsuccessful", "lock");

  /** Not a job either, although one of its keys, metrics:failed, looks like a part of one. */
  private static final String METRICS = "metrics";

  private static final int PORTION = 1_000;

  private final Redis redis;
  private final Keys keys;

  public QueueOrphans(Redis redis, String queue) {
    this(redis, redis.prefix(), queue);
  }

  public QueueOrphans(Redis redis, String prefix, String queue) {
    this.redis = redis;
    this.keys = redis.keys(prefix, queue);
  }

  /**
   * Looks through all keys of the Redis, in portions, and removes them.
   *
   * @return how many jobs were removed
   */
  public long remove() {
    long removed = 0;
    String cursor = "0";
    do {
      Object reply =
          redis.call(
              Command.of(Protocol.Command.SCAN, cursor, "MATCH", pattern(), "COUNT", PORTION));
      if (!(reply instanceof List<?> parts) || !(parts.get(1) instanceof List<?> found)) {
        break;
      }
      cursor = Job.text(parts.getFirst());
      removed += remove(jobs(found));
    } while (!cursor.equals("0"));
    return removed;
  }

  /** A queue's name may hold what a pattern gives a meaning. */
  private String pattern() {
    return keys.name("").replaceAll("[\\[\\]*?\\\\^]", "\\\\$0") + "*";
  }

  private Set<String> jobs(List<?> found) {
    Set<String> jobs = new LinkedHashSet<>();
    for (Object key : found) {
      String name = Job.text(key).substring(keys.name("").length());
      int colon = name.indexOf(':');
      String first = colon < 0 ? name : name.substring(0, colon);
      if (!STATES.contains(first)
          && !first.isEmpty()
          && !first.equals(METRICS)
          && (colon < 0 || PARTS.contains(name.substring(colon + 1)))) {
        jobs.add(first);
      }
    }
    return jobs;
  }

  private long remove(Set<String> candidates) {
    if (candidates.isEmpty()) {
      return 0;
    }
    List<Object> arguments = new ArrayList<>();
    arguments.add(keys.prefix);
    arguments.add(STATES.size());
    arguments.addAll(STATES);
    arguments.add(PARTS.size());
    arguments.addAll(PARTS);
    arguments.addAll(candidates);
    return redis.run(Script.REMOVE_ORPHANED_JOBS, arguments.toArray()) instanceof Long count
        ? count
        : 0;
  }
}
