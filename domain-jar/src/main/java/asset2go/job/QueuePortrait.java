package asset2go.job;

import asset2go.outbox.Lane;
import asset2go.queue.Job;
import asset2go.queue.JobOutlines;
import asset2go.queue.JobState;
import asset2go.queue.QueueAdmin;
import asset2go.queue.QueueFigures;
import asset2go.queue.Redis;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the figures of one queue. */
final class QueuePortrait {

  private static final int MINUTES = 60;
  private static final int SAMPLE = 200;
  private static final int MOST_ACTIVE = 1_000;

  private final Lane lane;
  private final String name;
  private final QueueAdmin admin;
  private final QueueFigures figures;
  private final JobOutlines outlines;

  QueuePortrait(Redis redis, Lane lane, String name) {
    this.lane = lane;
    this.name = name;
    this.admin = new QueueAdmin(redis, name);
    this.figures = new QueueFigures(redis, name);
    this.outlines = new JobOutlines(redis, name);
  }

  JobQueue whole() {
    return new JobQueue(
        lane.key(),
        name,
        admin.isPaused(),
        counts(),
        oldestWaiting().orElse(null),
        throughput(Instant.now()),
        Durations.of(
            outlines.page(JobState.COMPLETED, 0, SAMPLE),
            outlines.page(JobState.FAILED, 0, SAMPLE)),
        workers());
  }

  QueueGauge gauge() {
    return new QueueGauge(
        counts(),
        admin.isPaused(),
        oldestWaiting()
            .map(since -> Duration.between(since, Instant.now()))
            .filter(wait -> !wait.isNegative())
            .orElse(Duration.ZERO),
        figures.workers().size());
  }

  private JobCounts counts() {
    Map<JobState, Long> counts = admin.counts();
    Function<JobState, Long> of = state -> counts.getOrDefault(state, 0L);
    return new JobCounts(
        of.apply(JobState.WAITING),
        of.apply(JobState.ACTIVE),
        of.apply(JobState.DELAYED),
        of.apply(JobState.PRIORITIZED),
        of.apply(JobState.WAITING_CHILDREN),
        of.apply(JobState.COMPLETED),
        of.apply(JobState.FAILED),
        of.apply(JobState.PAUSED));
  }

  private Optional<Instant> oldestWaiting() {
    return Stream.of(JobState.WAITING, JobState.PRIORITIZED, JobState.PAUSED)
        .flatMap(state -> outlines.page(state, 0, 1).stream())
        .map(Durations::waitingSince)
        .min(Instant::compareTo);
  }

  private List<JobQueue.Minute> throughput(Instant now) {
    List<Long> completed = outlines.perMinute(JobState.COMPLETED, MINUTES, now);
    List<Long> failed = outlines.perMinute(JobState.FAILED, MINUTES, now);
    Instant first = now.truncatedTo(ChronoUnit.MINUTES).minus(MINUTES - 1, ChronoUnit.MINUTES);
    List<JobQueue.Minute> minutes = new ArrayList<>();
    for (int i = 0; i < MINUTES; i++) {
      minutes.add(
          new JobQueue.Minute(first.plus(i, ChronoUnit.MINUTES), completed.get(i), failed.get(i)));
    }
    return minutes;
  }

  private List<JobWorker> workers() {
    Map<String, Long> active =
        outlines.page(JobState.ACTIVE, 0, MOST_ACTIVE).stream()
            .map(Job::processedBy)
            .flatMap(Stream::ofNullable)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Instant now = Instant.now();
    return figures.workers().stream()
        .map(one -> worker(one, active.getOrDefault(one.name(), 0L).intValue(), now))
        .toList();
  }

  private static JobWorker worker(QueueFigures.Presence one, int active, Instant now) {
    @Nullable WorkerName ours = WorkerName.parse(one.name());
    int port = one.address().lastIndexOf(':');
    return new JobWorker(
        one.name(),
        ours != null ? ours.host() : port < 0 ? one.address() : one.address().substring(0, port),
        ours == null ? null : (Integer) ours.concurrency(),
        active,
        now.minusSeconds(one.seconds()).truncatedTo(ChronoUnit.SECONDS));
  }
}
