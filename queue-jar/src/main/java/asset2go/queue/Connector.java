package asset2go.queue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Opens connections to the server that is the queues' master now. Where there are Sentinels or a
 * cluster, one of them after the other is asked who that is and the answer is tried: what is behind
 * the times or cut off does not count.
 */
final class Connector {
  private final RedisConfig config;
  private final AtomicInteger turn = new AtomicInteger();

  Connector(RedisConfig config) {
    this.config = config;
  }

  /**
   * @throws JedisException where nobody can be reached, or not be signed in at
   */
  Connection open(@Nullable String clientName) {
    return switch (config.topology()) {
      case Topology.Standalone one -> connect(one.address(), clientName);
      case Topology.Sentinel some ->
          firstOf(
              some.sentinels(),
              config.guide(some.username(), some.password()),
              (sentinel, address) -> masterBySentinel(sentinel, some.master()),
              clientName);
      case Topology.Cluster cluster ->
          firstOf(
              cluster.seeds(),
              config.guide(config.username(), config.password()),
              (seed, address) -> ownerInCluster(seed, address, cluster.slot()),
              clientName);
    };
  }

  private Connection connect(HostAndPort address, @Nullable String clientName) {
    return new Connection(address, config.client(clientName));
  }

  private Connection firstOf(
      List<HostAndPort> guides,
      DefaultJedisClientConfig login,
      BiFunction<Connection, HostAndPort, @Nullable HostAndPort> question,
      @Nullable String clientName) {
    JedisException last = new JedisConnectionException("Nobody knows the master of " + config);
    // Another one first each time: one that is behind the times shall not be asked for ever.
    List<HostAndPort> inTurn = new ArrayList<>(guides);
    Collections.rotate(inTurn, turn.getAndIncrement());
    for (HostAndPort guide : inTurn) {
      HostAndPort address;
      try (Connection asked = new Connection(guide, login)) {
        address = question.apply(asked, guide);
      } catch (JedisException unanswered) {
        last = unanswered;
        continue;
      }
      try {
        if (address != null) {
          return master(address, clientName);
        }
      } catch (JedisException unreachable) {
        last = unreachable;
      }
    }
    throw last;
  }

  private Connection master(HostAndPort address, @Nullable String clientName) {
    Connection connection = connect(address, clientName);
    try {
      List<?> role = reply(connection, Command.of(Protocol.Command.ROLE));
      if (!role.isEmpty() && "master".equals(Job.text(role.getFirst()))) {
        return connection;
      }
      throw new JedisConnectionException(address + " is no master now");
    } catch (RuntimeException unfit) {
      connection.close();
      throw unfit;
    }
  }

  private static @Nullable HostAndPort masterBySentinel(Connection sentinel, String name) {
    List<?> address =
        reply(sentinel, Command.of(Protocol.Command.SENTINEL, "get-master-addr-by-name", name));
    return address.size() < 2
        ? null
        : new HostAndPort(Job.text(address.get(0)), Integer.parseInt(Job.text(address.get(1))));
  }

  /**
   * A reply is a list of ranges of slots: from, to, the owner's host, port and id, its replicas.
   */
  private static @Nullable HostAndPort ownerInCluster(
      Connection seed, HostAndPort reached, int slot) {
    for (Object range : reply(seed, Command.of(Protocol.Command.CLUSTER, "SLOTS"))) {
      if (range instanceof List<?> parts
          && parts.size() > 2
          && parts.get(0) instanceof Long from
          && parts.get(1) instanceof Long to
          && from <= slot
          && slot <= to
          && parts.get(2) instanceof List<?> owner
          && owner.get(1) instanceof Long port) {
        // A node that does not know its own address means the one by which it was reached.
        String host =
            owner.get(0) instanceof byte[] known ? new String(known, StandardCharsets.UTF_8) : "";
        return new HostAndPort(host.isEmpty() ? reached.getHost() : host, port.intValue());
      }
    }
    return null;
  }

  private static List<?> reply(Connection connection, CommandArguments command) {
    connection.sendCommand(command);
    return connection.getOne() instanceof List<?> list ? list : List.of();
  }
}
