package asset2go.queue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol;

/**
 * The children of a queue's jobs, as the jobs themselves keep them: by the Redis key of each child,
 * since it may be of any queue. Thread-safe.
 */
public final class Dependencies {
  /** What has become of a child. */
  public enum Kind {
    /** It has completed; its value is JSON. */
    PROCESSED("processed"),
    /** It has not ended yet. */
    UNPROCESSED("unprocessed"),
    /** It failed and its parent goes on all the same; its value is the reason. */
    IGNORED("ignored"),
    /** It failed, and so does its parent. */
    FAILED("failed");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    private byte[] key(Keys keys, String jobId) {
      return keys.of(
          jobId
              + switch (this) {
                case PROCESSED -> ":processed";
                case UNPROCESSED -> ":dependencies";
                case IGNORED -> ":failed";
                case FAILED -> ":unsuccessful";
              });
    }
  }

  /** How many children have come to what. */
  public record Counts(long processed, long unprocessed, long ignored, long failed) {
    public long all() {
      return processed + unprocessed + ignored + failed;
    }
  }

  /**
   * A part of the children of one kind.
   *
   * @param children their values by their keys; null for those that have none
   * @param total how many there are of that kind
   */
  public record Page(Map<String, @Nullable String> children, long total) {}

  /** A page of a set that changes meanwhile may take more than one look. */
  private static final int ITERATIONS = 5;

  private final Redis redis;
  private final Keys keys;

  public Dependencies(Redis redis, String queue) {
    this(redis, redis.prefix(), queue);
  }

  public Dependencies(Redis redis, String prefix, String queue) {
    this(redis, redis.keys(prefix, queue));
  }

  Dependencies(Redis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /** All zero for a job without children, and for one that is not there. */
  public Counts counts(String jobId) {
    Object reply =
        redis.run(
            Script.GET_DEPENDENCY_COUNTS,
            Kind.PROCESSED.key(keys, jobId),
            Kind.UNPROCESSED.key(keys, jobId),
            Kind.IGNORED.key(keys, jobId),
            Kind.FAILED.key(keys, jobId),
            Kind.PROCESSED.type,
            Kind.UNPROCESSED.type,
            Kind.IGNORED.type,
            Kind.FAILED.type);
    List<?> counts = reply instanceof List<?> list ? list : List.of(0L, 0L, 0L, 0L);
    return new Counts(
        (Long) counts.get(0), (Long) counts.get(1), (Long) counts.get(2), (Long) counts.get(3));
  }

  /** What the children returned: JSON by the child's key. */
  public Map<String, String> values(String jobId) {
    return hash(Kind.PROCESSED.key(keys, jobId));
  }

  /** Why those children failed whose failure is ignored, by the child's key. */
  public Map<String, String> ignoredFailures(String jobId) {
    return hash(Kind.IGNORED.key(keys, jobId));
  }

  private Map<String, String> hash(byte[] key) {
    Map<String, String> values = new LinkedHashMap<>();
    if (redis.call(Command.of(Protocol.Command.HGETALL, key)) instanceof List<?> flat) {
      for (int i = 0; i + 1 < flat.size(); i += 2) {
        values.put(Job.text(flat.get(i)), Job.text(flat.get(i + 1)));
      }
    }
    return values;
  }

  /**
   * Some of the children of one kind, in no order but that of the failed ones, the first first. A
   * child that changes its kind meanwhile may be there twice or not at all.
   *
   * @param from 0 for the first
   * @param count how many at most, one or more
   */
  public Page page(String jobId, Kind kind, int from, int count) {
    Keys.checkPage(from, count);
    byte[] key = kind.key(keys, jobId);
    return kind == Kind.FAILED ? ranked(key, from, count) : scanned(key, from, count);
  }

  private Page ranked(byte[] key, int from, int count) {
    @Nullable Object[] replies =
        redis.callAll(
            Command.of(Protocol.Command.ZRANGE, key, from, from + count - 1),
            Command.of(Protocol.Command.ZCARD, key));
    Map<String, @Nullable String> children = new LinkedHashMap<>();
    if (replies[0] instanceof List<?> found) {
      found.forEach(child -> children.put(Job.text(child), null));
    }
    return new Page(children, replies[1] instanceof Long total ? total : 0);
  }

  private Page scanned(byte[] key, int from, int count) {
    Map<String, @Nullable String> children = new LinkedHashMap<>();
    long total = 0;
    String cursor = "0";
    String offset = "0";
    do {
      Object reply =
          redis.run(
              Script.PAGINATE,
              key,
              from + children.size(),
              from + count - 1,
              cursor,
              offset,
              ITERATIONS);
      if (!(reply instanceof List<?> parts) || !(parts.get(2) instanceof List<?> items)) {
        break;
      }
      cursor = Job.text(parts.get(0));
      offset = Job.text(parts.get(1));
      total = parts.get(3) instanceof Long number ? number : 0;
      items.forEach(item -> put(children, item));
    } while (!cursor.equals("0") && children.size() < count);
    return new Page(children, total);
  }

  /** An item of a set is a key, that of a hash a key and its value. */
  private static void put(Map<String, @Nullable String> children, Object item) {
    if (item instanceof List<?> pair) {
      children.put(Job.text(pair.get(0)), Job.text(pair.get(1)));
    } else {
      children.put(Job.text(item), null);
    }
  }

  /**
   * Has a child's parent no longer wait for it; where it was the last one, the parent goes on.
   *
   * @return false where it has no parent, or the parent does not wait for it any more
   * @throws JobException where the child or its parent is not there
   */
  public boolean detach(String childId) {
    Object parent = redis.call(Command.of(Protocol.Command.HGET, keys.of(childId), "parentKey"));
    if (parent == null) {
      return false;
    }
    Object reply = redis.run(Script.REMOVE_CHILD_DEPENDENCY, keys.prefix, keys.of(childId), parent);
    if (reply instanceof Long code && code < 0) {
      throw new JobException("detach", childId, code);
    }
    return reply instanceof Long code && code == 0;
  }
}
