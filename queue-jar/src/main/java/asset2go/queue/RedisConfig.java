package asset2go.queue;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;

/**
 * Where the Redis of the queues is and how to sign in there.
 *
 * @param username the ACL user, null for the default one
 * @param password null where Redis asks for none
 * @param tls whose certificates are trusted, null for connections without TLS
 * @param connectTimeout how long a new connection may take
 * @param readTimeout how long any reply may take: a frozen Redis is noticed after this
 */
public record RedisConfig(
    Topology topology,
    @Nullable String username,
    @Nullable String password,
    int database,
    @Nullable SSLContext tls,
    Duration connectTimeout,
    Duration readTimeout) {

  public RedisConfig {
    if (database > 0 && topology instanceof Topology.Cluster) {
      throw new IllegalArgumentException("A cluster has one database only, 0");
    }
  }

  /** A Redis without a password, with time-outs of 2 and 5 seconds. */
  public static RedisConfig of(String host, int port) {
    return of(new Topology.Standalone(new HostAndPort(host, port)));
  }

  /** The same for Sentinels or a cluster. */
  public static RedisConfig of(Topology topology) {
    return new RedisConfig(
        topology, null, null, 0, null, Duration.ofSeconds(2), Duration.ofSeconds(5));
  }

  /**
   * From an address, {@code rediss} for TLS everywhere:
   *
   * <ul>
   *   <li>{@code redis://user:password@host:6379/2}: one server; the path is the database
   *   <li>{@code redis-sentinel://user:password@host:26379,host:26379/master/2}: Sentinels. User
   *       and password are the master's; theirs are {@code ?sentinelUsername=…&sentinelPassword=…}
   *   <li>{@code redis-cluster://user:password@host:6379,host:6379}: a cluster, in which the queues
   *       have the prefix <code>{bull}</code>, or that of {@code ?prefix=}
   * </ul>
   *
   * <p>What a URL gives a meaning stands there percent-encoded, an IPv6 address in brackets.
   *
   * @throws IllegalArgumentException where it is not one: it says in a sentence what is wrong, and
   *     shows no part of the address, since there may be a password in it
   */
  public static RedisConfig parse(String url) {
    return RedisUrl.parse(url).config();
  }

  /** The same Redis, signed in. An empty name or password counts as none. */
  public RedisConfig withLogin(@Nullable String username, @Nullable String password) {
    return new RedisConfig(
        topology,
        blankToNull(username),
        blankToNull(password),
        database,
        tls,
        connectTimeout,
        readTimeout);
  }

  /** The same Redis, another logical database. */
  public RedisConfig withDatabase(int database) {
    return new RedisConfig(
        topology, username, password, database, tls, connectTimeout, readTimeout);
  }

  /** The same Redis over TLS, trusted by the JVM's own trust store. */
  public RedisConfig withTls(boolean tls) {
    try {
      return withTls(tls ? SSLContext.getDefault() : null);
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("This JVM has no TLS", broken);
    }
  }

  /** The same Redis over TLS, trusted by a trust store of your own. */
  public RedisConfig withTls(@Nullable SSLContext tls) {
    return new RedisConfig(
        topology, username, password, database, tls, connectTimeout, readTimeout);
  }

  /** The same Redis, waited for more or less patiently. */
  public RedisConfig withTimeouts(Duration connectTimeout, Duration readTimeout) {
    return new RedisConfig(
        topology, username, password, database, tls, connectTimeout, readTimeout);
  }

  /** For a server of the queues' own. */
  DefaultJedisClientConfig client(@Nullable String clientName) {
    return plain(username, password).database(database).clientName(clientName).build();
  }

  /** For whoever knows which server that is. */
  DefaultJedisClientConfig guide(@Nullable String username, @Nullable String password) {
    return plain(username, password).build();
  }

  private DefaultJedisClientConfig.Builder plain(
      @Nullable String username, @Nullable String password) {
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis((int) connectTimeout.toMillis())
            .socketTimeoutMillis((int) readTimeout.toMillis())
            .user(username)
            .password(password)
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
    return tls == null
        ? config
        : config.ssl(true).sslSocketFactory(tls.getSocketFactory()).sslParameters(verified());
  }

  /** Jedis would take any trusted certificate, also that of another host. */
  private static SSLParameters verified() {
    SSLParameters parameters = new SSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    return parameters;
  }

  /** Says where, never how to get in. */
  @Override
  public String toString() {
    return (tls == null ? "redis://" : "rediss://") + topology + "/" + database;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
