package asset2go.queue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;

/**
 * The address of a Redis, taken apart. Java's own URI knows of one host only, and its errors show
 * what was wrong together with the password.
 *
 * @param kind one server, Sentinels or a cluster
 * @param tls whether every connection is encrypted
 * @param username null for the default user
 * @param password null where none is given
 * @param hosts in the order in which they stand there, with their ports
 * @param master the name of a master that Sentinels watch, null elsewhere
 * @param database its number, 0 where none is given
 * @param options what stands behind the question mark, by name
 */
record RedisUrl(
    Kind kind,
    boolean tls,
    @Nullable String username,
    @Nullable String password,
    List<HostAndPort> hosts,
    @Nullable String master,
    int database,
    Map<String, String> options) {

  /** What there is at such an address. */
  @SuppressWarnings("ImmutableEnumChecker") // Its sets are those of Set.of.
  enum Kind {
    SERVER("", 6379, Set.of()),
    SENTINEL("-sentinel", 26379, Set.of(SENTINEL_USERNAME, SENTINEL_PASSWORD)),
    CLUSTER("-cluster", 6379, Set.of(PREFIX));

    /** What it has behind "redis" or "rediss". */
    final String suffix;

    /** The port where none is given. */
    final int port;

    /** Those it knows. */
    final Set<String> options;

    Kind(String suffix, int port, Set<String> options) {
      this.suffix = suffix;
      this.port = port;
      this.options = options;
    }
  }

  static final String SENTINEL_USERNAME = "sentinelUsername";
  static final String SENTINEL_PASSWORD = "sentinelPassword";
  static final String PREFIX = "prefix";
  static final String DEFAULT_PREFIX = "{bull}";

  RedisUrl {
    hosts = List.copyOf(hosts);
    options = Map.copyOf(options);
  }

  /**
   * @throws IllegalArgumentException that says in a sentence what is wrong and never shows the
   *     address itself: there are passwords in it
   */
  static RedisUrl parse(String url) {
    return new RedisUrlReader(url).read();
  }

  RedisConfig config() {
    Topology topology =
        switch (kind) {
          case SERVER -> new Topology.Standalone(hosts.getFirst());
          case SENTINEL ->
              new Topology.Sentinel(
                  hosts,
                  String.valueOf(master),
                  options.get(SENTINEL_USERNAME),
                  options.get(SENTINEL_PASSWORD));
          case CLUSTER -> new Topology.Cluster(hosts, options.getOrDefault(PREFIX, DEFAULT_PREFIX));
        };
    return RedisConfig.of(topology)
        .withLogin(username, password)
        .withDatabase(database)
        .withTls(tls);
  }

  /** Says where, never how to get in. */
  @Override
  public String toString() {
    return config().toString();
  }
}
