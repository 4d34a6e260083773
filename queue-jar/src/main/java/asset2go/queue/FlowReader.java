package asset2go.queue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol;

/** Reads flows back: a job with its children, their children, and so on. Thread-safe. */
public final class FlowReader {
  /** As far as is read where nobody says how far, as in BullMQ. */
  public static final int DEPTH = 10;

  /** As many children of each kind as are read where nobody says how many, as in BullMQ. */
  public static final int CHILDREN = 20;

  private final Redis redis;
  private final String prefix;

  public FlowReader(Redis redis) {
    this(redis, redis.prefix());
  }

  public FlowReader(Redis redis, String prefix) {
    this.redis = redis;
    this.prefix = prefix;
  }

  /** A job and what it waits for, {@value #DEPTH} generations with {@value #CHILDREN} each. */
  public Optional<FlowTree> read(String queue, String id) {
    return read(queue, id, DEPTH, CHILDREN);
  }

  /**
   * A job and what it waits for.
   *
   * @param depth how many generations, 1 for the job alone
   * @param maxChildren how many children of each {@link Dependencies.Kind} a job is given here
   * @return nothing where there is no such job
   */
  public Optional<FlowTree> read(String queue, String id, int depth, int maxChildren) {
    if (depth < 1 || maxChildren < 1) {
      throw new IllegalArgumentException("A flow is read one generation and one child deep");
    }
    return Optional.ofNullable(node(redis.keys(prefix, queue), id, depth, maxChildren));
  }

  private @Nullable FlowTree node(Keys keys, String id, int depth, int maxChildren) {
    Job job =
        Job.parse(keys.queue, id, redis.call(Command.of(Protocol.Command.HGETALL, keys.of(id))));
    if (job == null) {
      return null;
    }
    return new FlowTree(
        job,
        depth == 1
            ? List.of()
            : childKeys(keys, id, maxChildren)
                .map(key -> child(key, depth - 1, maxChildren))
                .filter(Objects::nonNull)
                .toList());
  }

  private Stream<String> childKeys(Keys keys, String id, int maxChildren) {
    Dependencies dependencies = new Dependencies(redis, keys);
    return dependencies.counts(id).all() == 0
        ? Stream.empty()
        : Stream.of(Dependencies.Kind.values())
            .flatMap(
                kind -> dependencies.page(id, kind, 0, maxChildren).children().keySet().stream())
            .distinct();
  }

  /** A key is the prefix, the queue and the id; the prefix may have colons of its own. */
  private @Nullable FlowTree child(String key, int depth, int maxChildren) {
    int id = key.lastIndexOf(':');
    int queue = key.lastIndexOf(':', id - 1);
    return queue < 1 || id == queue + 1
        ? null
        : node(
            redis.keys(key.substring(0, queue), key.substring(queue + 1, id)),
            key.substring(id + 1),
            depth,
            maxChildren);
  }
}
