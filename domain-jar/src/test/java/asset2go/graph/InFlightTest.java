package asset2go.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asset2go.problem.DomainError;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InFlightTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final InFlight calls = new InFlight();
  private final CompletableFuture<String> driver = new CompletableFuture<>();

  @Test
  void anAnswerIsPassedOn() {
    try (InFlight.Call call = calls.enter(Duration.ZERO, LONG)) {
      driver.complete("answer");
      assertThat(call.await(driver)).isEqualTo("answer");
    }
  }

  @Test
  void anErrorIsPassedOnAsItIs() {
    IllegalArgumentException error = new IllegalArgumentException("no such thing");
    try (InFlight.Call call = calls.enter(Duration.ZERO, LONG)) {
      driver.completeExceptionally(error);
      assertThatThrownBy(() -> call.await(driver)).isSameAs(error);
    }
  }

  @Test
  void whoWaitsIsLetGoAndTheDriversOwnFutureIsLeftAlone() {
    CompletableFuture<Object> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try (InFlight.Call call = calls.enter(Duration.ZERO, LONG)) {
                return call.await(driver);
              }
            });
    // Also one who enters only now must be reached: the outage is announced again and again.
    waiting.completeOnTimeout("still waiting", 10, TimeUnit.SECONDS);
    while (!waiting.isDone()) {
      calls.abandon(Duration.ofMillis(1));
      Thread.onSpinWait();
    }
    assertThatThrownBy(waiting::join).hasCauseInstanceOf(DomainError.Unavailable.class);
    assertThat(driver).isNotDone();
  }

  @Test
  void whoWasAbandonedDoesNotWaitAgain() {
    try (InFlight.Call call = calls.enter(Duration.ZERO, LONG)) {
      calls.abandon(Duration.ofMillis(1));
      assertThatThrownBy(() -> call.await(driver)).isInstanceOf(DomainError.Unavailable.class);
    }
  }

  @Test
  void aPatientCallSitsOutAShortOutage() {
    try (InFlight.Call call = calls.enter(Duration.ofSeconds(15), LONG)) {
      calls.abandon(Duration.ofSeconds(14));
      driver.complete("late");
      assertThat(call.await(driver)).isEqualTo("late");
      calls.abandon(Duration.ofSeconds(15));
      assertThatThrownBy(() -> call.await(driver)).isInstanceOf(DomainError.Unavailable.class);
    }
  }

  @Test
  void nobodyWaitsLongerThanACallMayTake() {
    try (InFlight.Call call = calls.enter(Duration.ofSeconds(15), Duration.ofNanos(-1))) {
      calls.abandonLate();
      assertThatThrownBy(() -> call.await(driver)).isInstanceOf(DomainError.Unavailable.class);
    }
  }
}
