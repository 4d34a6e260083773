package asset2go.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockoutPolicyTest {

  private static final LockoutPolicy POLICY =
      new LockoutPolicy(4, Duration.ofSeconds(15), Duration.ofHours(1));

  @Test
  void someFailuresAreFree() {
    assertThat(POLICY.delayAfter(4)).isZero();
    assertThat(POLICY.lockedUntil(4, Instant.EPOCH)).isNull();
  }

  @Test
  void eachFurtherOneDoublesTheWait() {
    assertThat(POLICY.delayAfter(5)).isEqualTo(Duration.ofSeconds(15));
    assertThat(POLICY.delayAfter(6)).isEqualTo(Duration.ofSeconds(30));
    assertThat(POLICY.delayAfter(8)).isEqualTo(Duration.ofMinutes(2));
    assertThat(POLICY.lockedUntil(5, Instant.EPOCH)).isEqualTo(Instant.ofEpochSecond(15));
  }

  @Test
  void theWaitHasAnEnd() {
    assertThat(POLICY.delayAfter(1_000_000)).isEqualTo(Duration.ofHours(1));
  }
}
