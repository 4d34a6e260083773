package asset2go.redis;

import asset2go.queue.RedisConfig;
import asset2go.queue.Topology;
import asset2go.settings.Secret;
import asset2go.settings.Settings;
import java.util.HashSet;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisCluster;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.JedisSentineled;
import redis.clients.jedis.UnifiedJedis;

/**
 * The one Redis of the settings: REDIS_URL where it is set, else REDIS_HOST and the others. Queues,
 * limits and health all go by it, so that no part of the system speaks to another server.
 */
public final class RedisSource {

  private RedisSource() {}

  public static RedisConfig config(Settings settings) {
    Optional<Secret> url = settings.redisUrl();
    if (url.isPresent()) {
      return RedisConfig.parse(url.get().reveal());
    }
    Settings.Redis redis = settings.redis();
    return RedisConfig.of(redis.host(), redis.port())
        .withLogin(redis.username(), redis.password().reveal());
  }

  /**
   * A client for plain commands, which follows the master as the queues do.
   *
   * @throws redis.clients.jedis.exceptions.JedisException where Sentinels or a cluster are to be
   *     asked first and none answers; a single server is not asked before the first command
   */
  public static UnifiedJedis client(RedisConfig redis, String name, ConnectionPoolConfig pool) {
    JedisClientConfig server = login(redis, redis.username(), redis.password(), name);
    return switch (redis.topology()) {
      case Topology.Standalone one -> new JedisPooled(pool, one.address(), server);
      case Topology.Sentinel some ->
          new JedisSentineled(
              some.master(),
              server,
              pool,
              new HashSet<>(some.sentinels()),
              login(redis, some.username(), some.password(), name));
      case Topology.Cluster cluster ->
          new JedisCluster(new HashSet<>(cluster.seeds()), server, 2, pool);
    };
  }

  private static JedisClientConfig login(
      RedisConfig redis, @Nullable String username, @Nullable String password, String name) {
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis((int) redis.connectTimeout().toMillis())
            .socketTimeoutMillis((int) redis.readTimeout().toMillis())
            .user(username)
            .password(password)
            .database(redis.database())
            .clientName(name);
    if (redis.tls() != null) {
      // Jedis by itself would take the certificate of another host.
      SSLParameters verified = new SSLParameters();
      verified.setEndpointIdentificationAlgorithm("HTTPS");
      config.ssl(true).sslSocketFactory(redis.tls().getSocketFactory()).sslParameters(verified);
    }
    return config.build();
  }
}
