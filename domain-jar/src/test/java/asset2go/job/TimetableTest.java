package asset2go.job;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.queue.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimetableTest {

  static List<Timetable.Row> rows() {
    return Timetable.ROWS;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowIsDueWithinADay(Timetable.Row row) {
    Instant now = Instant.parse("2026-11-24T12:00:00Z");
    assertThat(Schedule.cron(row.pattern(), ZoneId.of(Timetable.ZONE)).next(now))
        .isBetween(now, now.plusSeconds(24 * 3600));
  }

  @Test
  void everyNameStandsOnce() {
    assertThat(Timetable.ROWS).extracting(Timetable.Row::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aTaskShowsWhyItRunsAndDoesNotRunForEver(Timetable.Row row) {
    assertThat(row.kind().shown()).contains("schedule");
    assertThat(row.kind().timeout()).isNotNull();
    assertThat(row.kind().atOnce()).isEqualTo(1);
  }
}
