package asset2go.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InFlightTest {

  private final InFlight calls = new InFlight();

  @Test
  void anImpatientCallIsInterruptedAndItsThreadGoesOnUnmarked() {
    try (InFlight.Call call = calls.enter(Duration.ZERO)) {
      calls.abandon(Duration.ofMillis(1));
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
      assertThat(call.abandoned()).isTrue();
    }
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aPatientCallSitsOutAShortOutage() {
    try (InFlight.Call call = calls.enter(Duration.ofSeconds(15))) {
      calls.abandon(Duration.ofSeconds(14));
      assertThat(call.abandoned()).isFalse();
      calls.abandon(Duration.ofSeconds(15));
      assertThat(call.abandoned()).isTrue();
    }
  }

  @Test
  void aCallThatIsOverIsLeftAlone() {
    calls.enter(Duration.ZERO).close();
    calls.abandon(Duration.ofMinutes(1));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
