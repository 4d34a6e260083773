package asset2go.queue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;

/** Adds jobs that depend on each other: children first, then their parent. Thread-safe. */
public final class Flows {
  private final Redis redis;
  private final String prefix;
  private final Supplier<String> newIds;

  public Flows(Redis redis) {
    this(redis, redis.prefix());
  }

  public Flows(Redis redis, String prefix) {
    this(redis, prefix, () -> UUID.randomUUID().toString());
  }

  /**
   * @param newIds where jobs without an id of their own get it: parents first, then their children
   */
  Flows(Redis redis, String prefix, Supplier<String> newIds) {
    this.redis = redis;
    this.prefix = prefix;
    this.newIds = newIds;
  }

  /**
   * Adds the whole tree in one transaction.
   *
   * @return the id of the root: that of the other job where it is deduplicated
   */
  public String add(FlowNode root) {
    return add(List.of(root)).getFirst();
  }

  /**
   * Adds many trees in one transaction: all of them or none.
   *
   * @return the ids of their roots
   */
  public List<String> add(List<FlowNode> roots) {
    return add(roots, null, null);
  }

  /**
   * Adds a tree below a job that is there already and has not ended: that one waits for it, too,
   * from when it next waits for its children.
   *
   * @param queue that of the job
   * @return the id of the root
   * @throws JobException where there is no such job
   */
  public String addBelow(String queue, String jobId, FlowNode root) {
    return add(List.of(root), redis.keys(prefix, queue), jobId).getFirst();
  }

  private List<String> add(
      List<FlowNode> roots, @Nullable Keys parentKeys, @Nullable String parentId) {
    if (roots.isEmpty()) {
      return List.of();
    }
    Plan plan = new Plan();
    List<String> ids = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (FlowNode root : roots) {
      places.add(plan.adding.size());
      ids.add(plan.add(root, parentKeys == null ? null : parentKeys.qualifiedName, parentId));
    }
    if (parentKeys != null && parentId != null) {
      plan.release(parentKeys, parentId);
    }
    Object reply = redis.callAll(plan.transaction())[plan.execution()];
    if (reply instanceof JedisDataException refusal) {
      throw Faults.of(refusal);
    }
    if (!(reply instanceof List<?> replies)
        || replies.size() < plan.scripts.size() + plan.adding.size()) {
      throw new QueueException("The flow was not added");
    }
    for (Object each : replies) {
      check(each, String.join(", ", ids));
    }
    // A root that is deduplicated is another job than the one that was to be added.
    places.replaceAll(place -> plan.scripts.size() + place);
    return places.stream().map(place -> Job.text(replies.get(place))).toList();
  }

  private static void check(@Nullable Object reply, String root) {
    if (reply instanceof JedisDataException refusal) {
      throw Faults.of(refusal);
    }
    if (reply instanceof Long code && code < 0) {
      throw new JobException("add the flow of", root, code);
    }
  }

  /**
   * The commands of one transaction, in the order in which the scripts need them: parents before
   * children.
   */
  private final class Plan {
    private final Set<Script> scripts = new LinkedHashSet<>();
    private final List<CommandArguments> adding = new ArrayList<>();
    private final List<CommandArguments> releasing = new ArrayList<>();

    private String add(FlowNode node, @Nullable String parentQueue, @Nullable String parentId) {
      NewJob job = node.job();
      if (parentId != null && job.options().deduplication() != null) {
        throw new IllegalArgumentException("A child of a flow cannot be deduplicated");
      }
      Keys keys = redis.keys(prefix, node.queue());
      String own = job.options().jobId();
      String id = own == null ? newIds.get() : own;
      boolean hasChildren = !node.children().isEmpty();
      Redis.ScriptCall call =
          Adding.call(keys, job, new Adding.Place(id, parentQueue, parentId, hasChildren, true));
      scripts.add(call.script());
      adding.add(call.command());
      for (FlowNode child : node.children()) {
        add(child, keys.qualifiedName, id);
      }
      if (hasChildren) {
        release(keys, id);
      }
      return id;
    }

    /** A parent whose children were all done before it was added goes on at once. */
    private void release(Keys keys, String id) {
      scripts.add(Script.RELEASE_PARENT);
      releasing.add(
          Command.run(
              Script.RELEASE_PARENT,
              keys.of(id),
              keys.of(id + ":dependencies"),
              keys.qualifiedName,
              id,
              System.currentTimeMillis()));
    }

    /**
     * The scripts are loaded inside of it: a transaction in which one is missing would be carried
     * out in part.
     */
    private CommandArguments[] transaction() {
      List<CommandArguments> all = new ArrayList<>();
      all.add(Command.of(Protocol.Command.MULTI));
      scripts.forEach(script -> all.add(Command.of(Protocol.Command.SCRIPT, "LOAD", script.text)));
      all.addAll(adding);
      all.addAll(releasing);
      all.add(Command.of(Protocol.Command.EXEC));
      return all.toArray(CommandArguments[]::new);
    }

    private int execution() {
      return 1 + scripts.size() + adding.size() + releasing.size();
    }
  }
}
