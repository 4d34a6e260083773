package asset2go.queue;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;

/**
 * Where the Redis of the queues is and how to sign in there.
 *
 * @param username the ACL user, null for the default one
 * @param password null where Redis asks for none
 * @param connectTimeout how long a new connection may take
 * @param readTimeout how long any reply may take: a frozen Redis is noticed after this
 */
public record RedisConfig(
    String host,
    int port,
    @Nullable String username,
    @Nullable String password,
    int database,
    boolean ssl,
    Duration connectTimeout,
    Duration readTimeout) {

  /** A Redis without a password, with time-outs of 2 and 5 seconds. */
  public static RedisConfig of(String host, int port) {
    return new RedisConfig(
        host, port, null, null, 0, false, Duration.ofSeconds(2), Duration.ofSeconds(5));
  }

  /**
   * From an address such as {@code rediss://user:password@host:6380/2}.
   *
   * @throws IllegalArgumentException where it is not one
   */
  public static RedisConfig parse(String url) {
    URI uri = URI.create(url);
    String host = uri.getHost();
    boolean ssl = "rediss".equals(uri.getScheme());
    if (host == null || !(ssl || "redis".equals(uri.getScheme()))) {
      // Not the address itself: it holds a password.
      throw new IllegalArgumentException("A Redis has an address like redis://host:6379");
    }
    String path = uri.getPath() == null ? "" : uri.getPath().replace("/", "");
    String login = uri.getUserInfo() == null ? "" : uri.getUserInfo();
    int colon = login.indexOf(':');
    return of(host.replaceAll("[\\[\\]]", ""), uri.getPort() < 0 ? 6379 : uri.getPort())
        .withLogin(
            colon < 0 ? null : login.substring(0, colon),
            colon < 0 ? login : login.substring(colon + 1))
        .withDatabase(path.isEmpty() ? 0 : Integer.parseInt(path))
        .withSsl(ssl);
  }

  /** The same Redis, signed in. An empty name or password counts as none. */
  public RedisConfig withLogin(@Nullable String username, @Nullable String password) {
    return new RedisConfig(
        host,
        port,
        blankToNull(username),
        blankToNull(password),
        database,
        ssl,
        connectTimeout,
        readTimeout);
  }

  /** The same Redis, another logical database. */
  public RedisConfig withDatabase(int database) {
    return new RedisConfig(
        host, port, username, password, database, ssl, connectTimeout, readTimeout);
  }

  /** The same Redis over TLS, trusted by the JVM's own trust store. */
  public RedisConfig withSsl(boolean ssl) {
    return new RedisConfig(
        host, port, username, password, database, ssl, connectTimeout, readTimeout);
  }

  /** The same Redis, waited for more or less patiently. */
  public RedisConfig withTimeouts(Duration connectTimeout, Duration readTimeout) {
    return new RedisConfig(
        host, port, username, password, database, ssl, connectTimeout, readTimeout);
  }

  HostAndPort address() {
    return new HostAndPort(host, port);
  }

  DefaultJedisClientConfig client(@Nullable String clientName) {
    return DefaultJedisClientConfig.builder()
        .connectionTimeoutMillis((int) connectTimeout.toMillis())
        .socketTimeoutMillis((int) readTimeout.toMillis())
        .user(username)
        .password(password)
        .database(database)
        .ssl(ssl)
        .clientName(clientName)
        .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
        .build();
  }

  /** Says where, never how to get in. */
  @Override
  public String toString() {
    return (ssl ? "rediss://" : "redis://") + host + ":" + port + "/" + database;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
