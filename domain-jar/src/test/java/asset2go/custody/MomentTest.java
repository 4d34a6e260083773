package asset2go.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asset2go.problem.DomainError;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MomentTest {

  @Test
  void aDayIsAllOfItInUtc() {
    Moment day = Moment.parse("on", "2026-11-28");
    assertThat(day.begin()).isEqualTo(Instant.parse("2026-11-28T00:00:00Z"));
    assertThat(Duration.between(day.begin(), day.end())).hasDays(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-28T12:00:00Z",
        "2026-11-28T13:00:00+01:00",
        "2026-11-28T13:00:00 01:00",
        "2026-11-28T12:00Z"
      })
  void aMomentMayBeSaidInAnyZone(String text) {
    assertThat(Moment.parse("on", text).begin()).isEqualTo(Instant.parse("2026-11-28T12:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yesterday", "2026-02-30", "28.11.2026", "2026-11-28T12:00:00", "20261128"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Moment.parse("on", text)).isInstanceOf(DomainError.Malformed.class);
  }
}
