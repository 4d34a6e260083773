package asset2go.limit;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.queue.RedisConfig;
import asset2go.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SharedCounterTest {

  @Test
  void instancesCountTogetherWhereverTheAddressLeads() {
    try (RedisServer redis = RedisServer.start("--requirepass", "s3cret")) {
      RedisConfig byUrl =
          RedisConfig.parse("redis://default:s3cret@127.0.0.1:" + redis.port() + "/3");
      SharedCounter one = new SharedCounter(byUrl);
      SharedCounter other = new SharedCounter(byUrl);
      assertThat(one.increment("k", 60)).isEqualTo(1);
      assertThat(other.increment("k", 60)).isEqualTo(2);
      SharedCounter elsewhere = new SharedCounter(byUrl.withDatabase(4));
      assertThat(elsewhere.increment("k", 60)).isEqualTo(1);
      one.close();
      other.close();
      elsewhere.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://127.0.0.1:1",
        "rediss://127.0.0.1:1",
        "redis-sentinel://127.0.0.1:1/main",
        "redis-cluster://127.0.0.1:1"
      })
  void withoutRedisNobodyIsCountedAndNothingThrows(String url) {
    SharedCounter counter = new SharedCounter(RedisConfig.parse(url));
    assertThat(counter.increment("k", 60)).isNull();
    assertThat(counter.increment("k", 60)).isNull();
    counter.close();
  }
}
