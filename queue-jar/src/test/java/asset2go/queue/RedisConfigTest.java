package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RedisConfigTest {
  @Test
  void anAddressSaysItAll() {
    RedisConfig config = RedisConfig.parse("rediss://u:p%40ss@example.org:6380/2");
    assertThat(config.host()).isEqualTo("example.org");
    assertThat(config.port()).isEqualTo(6380);
    assertThat(config.username()).isEqualTo("u");
    assertThat(config.password()).isEqualTo("p@ss");
    assertThat(config.database()).isEqualTo(2);
    assertThat(config.ssl()).isTrue();
    assertThat(config).hasToString("rediss://example.org:6380/2");
    assertThat(RedisConfig.parse("redis://:secret@[::1]").password()).isEqualTo("secret");
    assertThat(RedisConfig.parse("redis://[::1]").host()).isEqualTo("::1");
  }

  @Test
  void whatIsNoAddressIsRefusedWithoutItsPassword() {
    assertThatThrownBy(() -> RedisConfig.parse("http://u:secret@host"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }
}
