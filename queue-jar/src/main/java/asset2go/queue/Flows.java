package asset2go.queue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;

/** Adds jobs that depend on each other: children first, then their parent. Thread-safe. */
public final class Flows {
  private final Redis redis;
  private final String prefix;

  public Flows(Redis redis) {
    this(redis, redis.prefix());
  }

  public Flows(Redis redis, String prefix) {
    this.redis = redis;
    this.prefix = prefix;
  }

  /**
   * Adds the whole tree in one transaction.
   *
   * @return the id of the root
   */
  public String add(FlowNode root) {
    Plan plan = new Plan();
    String id = plan.add(root, null, null);
    Object reply = redis.callAll(plan.transaction())[plan.execution()];
    if (reply instanceof JedisDataException refusal) {
      throw Faults.of(refusal);
    }
    if (!(reply instanceof List<?> replies)) {
      throw new QueueException("The flow was not added");
    }
    for (Object each : replies) {
      check(each, id);
    }
    return id;
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
      String id = own == null ? UUID.randomUUID().toString() : own;
      boolean hasChildren = !node.children().isEmpty();
      Redis.ScriptCall call =
          Adding.call(keys, job, new Adding.Place(id, parentQueue, parentId, hasChildren, true));
      scripts.add(call.script());
      adding.add(call.command());
      for (FlowNode child : node.children()) {
        add(child, keys.qualifiedName, id);
      }
      if (hasChildren) {
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
      return id;
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
