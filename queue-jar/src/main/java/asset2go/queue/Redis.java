package asset2go.queue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * One Redis, shared by all queues and workers of a process over a few pipelined connections. It
 * connects when first used, so that a Redis which is down at start is no obstacle, and again after
 * every outage by itself. Thread-safe.
 */
public final class Redis implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Redis.class.getName());

  /**
   * While one connection's replies are awaited the other gathers commands: more add nothing, Redis
   * has one thread.
   */
  private static final int PIPES = 2;

  private final RedisConfig config;
  private final List<Pipe> pipes;
  private final AtomicBoolean checked = new AtomicBoolean();

  private Redis(RedisConfig config) {
    this.config = config;
    Connector connector = new Connector(config);
    this.pipes = Stream.generate(() -> new Pipe(connector)).limit(PIPES).toList();
  }

  public static Redis connect(RedisConfig config) {
    return new Redis(config);
  }

  public RedisConfig config() {
    return config;
  }

  /**
   * @throws RedisUnavailableException where it does not answer
   */
  public void ping() {
    call(Command.of(Protocol.Command.PING));
  }

  /**
   * @throws IllegalArgumentException where, in a cluster, another server would have them
   */
  Keys keys(String prefix, String queue) {
    Keys keys = new Keys(prefix, queue);
    if (config.topology() instanceof Topology.Cluster cluster
        && JedisClusterCRC16.getSlot(keys.qualifiedName) != cluster.slot()) {
      throw new IllegalArgumentException(
          "In this cluster all queues have the prefix " + cluster.prefix() + ", not " + prefix);
    }
    return keys;
  }

  /** The prefix of queues for which no other is asked. */
  String prefix() {
    return config.topology().prefix();
  }

  @Nullable Object run(Script script, Object... keysAndArguments) {
    return runAll(List.of(new ScriptCall(script, Command.run(script, keysAndArguments))))[0];
  }

  @Nullable Object call(CommandArguments command) {
    return unwrap(callAll(command)[0]);
  }

  /** Sends them in one go; error replies are among the replies, as exceptions. */
  @Nullable Object[] callAll(CommandArguments... commands) {
    try {
      @Nullable Object[] replies = quietest().send(commands);
      warnOnce();
      return replies;
    } catch (RuntimeException error) {
      throw Faults.of(error);
    }
  }

  /**
   * Runs scripts as one pipeline; those that Redis has forgotten (a restart, a failover) are loaded
   * and run again.
   */
  @Nullable Object[] runAll(List<ScriptCall> calls) {
    @Nullable Object[] replies =
        callAll(calls.stream().map(ScriptCall::command).toArray(CommandArguments[]::new));
    for (int i = 0; i < replies.length; i++) {
      if (replies[i] instanceof JedisNoScriptException) {
        replies[i] = load(calls.get(i));
      }
    }
    for (Object reply : replies) {
      unwrap(reply);
    }
    return replies;
  }

  private @Nullable Object load(ScriptCall call) {
    return callAll(Command.of(Protocol.Command.SCRIPT, "LOAD", call.script().text), call.command())[
        1];
  }

  private Pipe quietest() {
    Pipe best = pipes.getFirst();
    for (Pipe pipe : pipes) {
      if (pipe.load() < best.load()) {
        best = pipe;
      }
    }
    return best;
  }

  private static @Nullable Object unwrap(@Nullable Object reply) {
    if (reply instanceof JedisDataException refusal) {
      throw Faults.of(refusal);
    }
    return reply;
  }

  /** A Redis that may evict keys loses jobs without a word: whoever runs it should hear of it. */
  private void warnOnce() {
    if (!checked.compareAndSet(false, true)) {
      return;
    }
    try {
      Object reply =
          quietest().send(Command.of(Protocol.Command.CONFIG, "GET", "maxmemory-policy"))[0];
      if (reply instanceof List<?> pair
          && pair.size() == 2
          && pair.get(1) instanceof byte[] policy
          && !"noeviction".equals(new String(policy, StandardCharsets.UTF_8))) {
        LOG.log(
            Level.WARNING,
            "{0} has maxmemory-policy {1} and may evict jobs: set it to noeviction.",
            config,
            new String(policy, StandardCharsets.UTF_8));
      }
    } catch (RuntimeException unanswered) {
      LOG.log(Level.DEBUG, "Could not ask for the eviction policy", unanswered);
    }
  }

  @Override
  public void close() {
    pipes.forEach(Pipe::close);
  }

  /** A script with its keys and arguments. */
  record ScriptCall(Script script, CommandArguments command) {}
}
