package asset2go.job;

import asset2go.frame.Figures;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is drawn of a queue's figures. Every drawing has its numbers beside it as text. */
@Named
@RequestScoped
public class QueueCharts {
  /** Height of the drawing of the throughput, in its own units; a minute is one wide. */
  static final int HEIGHT = 24;

  @Inject Figures figures;

  /**
   * One minute of the throughput: failed jobs stand below, completed ones on top of them.
   *
   * @param x where it begins
   * @param doneY upper edge of the completed ones
   * @param failedY upper edge of the failed ones
   */
  public record Column(
      JobQueue.Minute minute,
      int x,
      String doneY,
      String doneHeight,
      String failedY,
      String failedHeight) {}

  public List<Column> columns(JobQueue queue) {
    return columns(queue.throughput());
  }

  static List<Column> columns(List<JobQueue.Minute> minutes) {
    var most = minutes.stream().mapToLong(QueueCharts::ended).max().orElse(0);
    return IntStream.range(0, minutes.size())
        .mapToObj(at -> column(minutes.get(at), at, Math.max(1, most)))
        .toList();
  }

  private static Column column(JobQueue.Minute minute, int x, long most) {
    var done = HEIGHT * (double) minute.completed() / most;
    var failed = HEIGHT * (double) minute.failed() / most;
    return new Column(
        minute,
        x,
        number(HEIGHT - failed - done),
        number(done),
        number(HEIGHT - failed),
        number(failed));
  }

  private static long ended(JobQueue.Minute minute) {
    return minute.completed() + minute.failed();
  }

  public long completed(JobQueue queue) {
    return queue.throughput().stream().mapToLong(JobQueue.Minute::completed).sum();
  }

  public long failed(JobQueue queue) {
    return queue.throughput().stream().mapToLong(JobQueue.Minute::failed).sum();
  }

  /**
   * How long a bar is, in per cent. Mails take milliseconds and imports minutes: the scale is
   * logarithmic, from one millisecond to the longest time of the queue.
   */
  public String share(JobQueue queue, long millis) {
    var longest =
        queue.times().stream()
            .mapToLong(times -> Math.max(times.p95Millis(), times.p95WaitMillis()))
            .max()
            .orElse(0);
    return share(millis, longest);
  }

  static String share(long millis, long longest) {
    return millis <= 0 || longest <= 0
        ? "0"
        : number(100 * Math.log1p(millis) / Math.log1p(Math.max(millis, longest)));
  }

  /** For how long the next job has waited. */
  public @Nullable String wait(JobQueue queue) {
    var since = queue.oldestWaiting();
    return since == null
        ? null
        : figures.duration(Math.max(0, Duration.between(since, Instant.now()).toMillis()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
