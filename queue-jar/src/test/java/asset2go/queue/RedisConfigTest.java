package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.HostAndPort;

class RedisConfigTest {
  @Test
  void anAddressSaysItAll() {
    RedisConfig config = RedisConfig.parse("rediss://u:p%40ss@example.org:6380/2");
    assertThat(config.topology())
        .isEqualTo(new Topology.Standalone(new HostAndPort("example.org", 6380)));
    assertThat(config.username()).isEqualTo("u");
    assertThat(config.password()).isEqualTo("p@ss");
    assertThat(config.database()).isEqualTo(2);
    assertThat(config.tls()).isNotNull();
    assertThat(config).hasToString("rediss://example.org:6380/2");
    assertThat(RedisConfig.parse("redis://:secret@[::1]").password()).isEqualTo("secret");
    assertThat(RedisConfig.parse("redis://[::1]").topology())
        .isEqualTo(new Topology.Standalone(new HostAndPort("::1", 6379)));
    assertThat(RedisConfig.parse("redis://:a+b%2F@h").password()).isEqualTo("a+b/");
  }

  @Test
  void sentinelsAreNamedWithTheMasterThatTheyWatch() {
    RedisConfig config =
        RedisConfig.parse(
            "redis-sentinel://u:p@s1,[::1]:26380,s3:26381/main/2?sentinelPassword=sesame");
    assertThat(config.topology())
        .isEqualTo(
            new Topology.Sentinel(
                List.of(
                    new HostAndPort("s1", 26379),
                    new HostAndPort("::1", 26380),
                    new HostAndPort("s3", 26381)),
                "main",
                null,
                "sesame"));
    assertThat(config.database()).isEqualTo(2);
    assertThat(config.password()).isEqualTo("p");
    assertThat(config.tls()).isNull();
    assertThat(config.toString()).contains("s1:26379").doesNotContain("sesame");
    assertThat(RedisConfig.parse("rediss-sentinel://s1/main").tls()).isNotNull();
  }

  @Test
  void aClusterHasAPrefixWithBraces() {
    RedisConfig config = RedisConfig.parse("redis-cluster://n1:7000,n2");
    assertThat(config.topology())
        .isEqualTo(
            new Topology.Cluster(
                List.of(new HostAndPort("n1", 7000), new HostAndPort("n2", 6379)), "{bull}"));
    assertThat(RedisConfig.parse("redis-cluster://n1?prefix=%7Bmine%7D").topology().prefix())
        .isEqualTo("{mine}");
    try (Redis redis = Redis.connect(config)) {
      assertThat(new Queue(redis, "mail").name()).isEqualTo("mail");
      assertThatThrownBy(() -> new Queue(redis, "bull", "mail"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("{bull}");
    }
  }
}
