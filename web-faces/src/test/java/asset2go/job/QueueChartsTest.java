package asset2go.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueChartsTest {
  private static JobQueue.Minute minute(long completed, long failed) {
    return new JobQueue.Minute(Instant.EPOCH, completed, failed);
  }

  @Test
  void theFullestMinuteReachesTheTopAndFailedJobsStandBelow() {
    var columns = QueueCharts.columns(List.of(minute(6, 2), minute(4, 0)));
    var fullest = columns.get(0);
    assertThat(fullest.x()).isZero();
    assertThat(fullest.doneY()).isEqualTo("0.00");
    assertThat(fullest.doneHeight()).isEqualTo("18.00");
    assertThat(fullest.failedY()).isEqualTo("18.00");
    assertThat(fullest.failedHeight()).isEqualTo("6.00");
    assertThat(columns.get(1).x()).isEqualTo(1);
    assertThat(columns.get(1).doneY()).isEqualTo("12.00");
  }

  @Test
  void anHourWithoutJobsIsDrawnFlat() {
    assertThat(QueueCharts.columns(List.of(minute(0, 0))))
        .singleElement()
        .satisfies(
            column -> {
              assertThat(column.doneHeight()).isEqualTo("0.00");
              assertThat(column.failedHeight()).isEqualTo("0.00");
            });
  }

  @Test
  void theLongestTimeFillsItsBarAndShortOnesAreStillSeen() {
    assertThat(QueueCharts.share(60_000, 60_000)).isEqualTo("100.00");
    assertThat(Double.parseDouble(QueueCharts.share(10, 60_000))).isBetween(20.0, 25.0);
  }

  @Test
  void noTimeHasNoBar() {
    assertThat(QueueCharts.share(0, 60_000)).isEqualTo("0");
    assertThat(QueueCharts.share(0, 0)).isEqualTo("0");
  }
}
