package asset2go.queue;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.util.JedisClusterCRC16;

/** How the Redis of the queues is set up: which server is to be asked, and who knows that. */
public sealed interface Topology {

  /** The first part of all keys where nobody asks for another one: BullMQ's own "bull". */
  default String prefix() {
    return "bull";
  }

  /** One server, always the same. */
  record Standalone(HostAndPort address) implements Topology {
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /**
   * A master with replicas, watched by Sentinels: they are asked who is the master whenever a
   * connection is made.
   *
   * @param master the name under which they watch it
   * @param username how to sign in at the Sentinels, which have users of their own; null for the
   *     default user
   * @param password null where they ask for none
   */
  record Sentinel(
      List<HostAndPort> sentinels,
      String master,
      @Nullable String username,
      @Nullable String password)
      implements Topology {
    public Sentinel {
      sentinels = List.copyOf(sentinels);
      if (sentinels.isEmpty() || master.isBlank()) {
        throw new IllegalArgumentException("There is a Sentinel, and the master has a name");
      }
    }

    @Override
    public String toString() {
      return sentinels + "/" + master;
    }
  }

  /**
   * A cluster of masters, each with a share of the hash slots. The scripts touch many keys at once,
   * so that all queues of one prefix lie in one slot: that of what its braces hold. It is the owner
   * of that slot that is asked; the other masters may serve other prefixes.
   *
   * @param seeds some of its nodes; any of them knows the others
   * @param prefix of all keys, with braces, such as "{bull}"
   */
  record Cluster(List<HostAndPort> seeds, String prefix) implements Topology {
    private static final Pattern TAGGED = Pattern.compile("[^{}]*\\{[^{}]+}.*");

    public Cluster {
      seeds = List.copyOf(seeds);
      if (seeds.isEmpty() || !isPrefix(prefix)) {
        throw new IllegalArgumentException(
            "A cluster has a node, and a prefix with braces, like {bull}: " + prefix);
      }
    }

    static boolean isPrefix(String prefix) {
      return TAGGED.matcher(prefix).matches();
    }

    int slot() {
      return JedisClusterCRC16.getSlot(prefix);
    }

    @Override
    public String toString() {
      return seeds.toString();
    }
  }
}
