package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The soak, shortened: each blow falls once or twice. */
class SoakTest {
  @Test
  void whateverHappensEveryJobHasItsEffectAndNoneIsStuck() throws InterruptedException {
    Soak.Outcome outcome;
    try (Soak soak = new Soak(1_500, Duration.ofSeconds(20))) {
      outcome = soak.run();
    }
    assertThat(outcome.jobs()).isGreaterThanOrEqualTo(1_500);
    assertThat(outcome.completed()).isEqualTo(outcome.jobs());
    assertThat(outcome.effects()).isEqualTo(outcome.jobs());
    assertThat(outcome.left()).isZero();
    assertThat(outcome.resumed().keySet()).isEqualTo(Set.of(Soak.Blow.values()));
  }
}
