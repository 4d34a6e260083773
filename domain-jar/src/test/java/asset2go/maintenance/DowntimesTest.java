package asset2go.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DowntimesTest {

  private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

  private static Downtime time(String from, @Nullable String to) {
    return new Downtime(Instant.parse(from), to == null ? null : Instant.parse(to));
  }

  @Test
  void onlyWhatLiesBetweenCounts() {
    List<Downtime> times =
        List.of(
            time("2026-01-31T22:00:00Z", null),
            time("2026-01-10T08:00:00Z", "2026-01-10T09:30:00Z"),
            time("2025-12-31T00:00:00Z", "2026-01-01T00:30:00Z"));
    assertThat(Downtimes.length(times, SINCE, NOW)).isEqualTo(Duration.ofHours(4));
  }
}
