package asset2go.job;

import asset2go.outbox.Lane;
import asset2go.queue.Job;
import asset2go.queue.JobState;
import asset2go.queue.QueueAdmin;
import asset2go.queue.QueueException;
import asset2go.queue.QueueFigures;
import asset2go.queue.QueueSweep;
import asset2go.queue.Redis;
import asset2go.redis.RedisSource;
import asset2go.settings.Environment;
import asset2go.settings.Role;
import asset2go.settings.Settings;
import asset2go.settings.SettingsException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The queues from a shell: {@code jobs} in the containers. Counts, failed jobs, and another try for
 * them; the page Jobs does more, and says who did it.
 */
public final class JobsCommand {

  private static final int SHOWN = 50;
  private static final String USAGE =
      """
      usage: jobs                 counts of both queues, the oldest wait, the workers
             jobs failed          the latest %d failed jobs of each queue, with their reasons
             jobs retry ID|all    gives a failed job, or all of them, as many tries as it had"""
          .formatted(SHOWN);

  private final String queue;
  private final Redis redis;
  private final PrintStream out;

  JobsCommand(String queue, Redis redis, PrintStream out) {
    this.queue = queue;
    this.redis = redis;
    this.out = out;
  }

  /**
   * With the role's name, then the user's words. Exits with 1 and one line that says why where it
   * cannot be done, with 2 where the words are not understood.
   */
  public static void main(String[] arguments) {
    List<String> words = List.of(arguments).subList(1, arguments.length);
    try {
      Settings settings = Settings.load(new Environment(), Role.named(arguments[0]));
      try (Redis redis = Redis.connect(RedisSource.config(settings))) {
        System.exit(new JobsCommand(settings.queue(), redis, System.out).run(words));
      }
    } catch (SettingsException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(1);
    } catch (QueueException refused) {
      System.err.println("jobs: Redis: " + refused.getMessage());
      System.exit(1);
    }
  }

  /** Returns the exit code. */
  int run(List<String> words) {
    if (words.isEmpty()) {
      counts();
      return 0;
    }
    if (words.equals(List.of("failed"))) {
      failed();
      return 0;
    }
    if (words.size() == 2 && words.getFirst().equals("retry")) {
      return words.getLast().equals("all") ? retryAll() : retry(words.getLast());
    }
    out.println(USAGE);
    return 2;
  }

  private void counts() {
    for (Lane lane : Lane.values()) {
      QueueAdmin admin = admin(lane);
      Map<JobState, Long> counts = admin.counts();
      out.printf(
          "%s%s%n", lane.queue(queue), admin.isPaused() ? "  (paused: nothing is taken)" : "");
      out.println(
          counts.entrySet().stream()
              .map(one -> one.getKey().name().toLowerCase(Locale.ROOT) + " " + one.getValue())
              .collect(Collectors.joining(", ", "  ", "")));
      admin
          .oldestWaiting()
          .map(since -> Duration.between(since, Instant.now()).toSeconds())
          .ifPresent(seconds -> out.printf("  the oldest has waited for %d s%n", seconds));
      List<QueueFigures.Presence> workers = new QueueFigures(redis, lane.queue(queue)).workers();
      out.println(
          workers.isEmpty()
              ? "  no worker is there"
              : workers.stream()
                  .map(QueueFigures.Presence::name)
                  .sorted()
                  .collect(Collectors.joining(", ", "  workers: ", "")));
    }
  }

  private void failed() {
    for (Lane lane : Lane.values()) {
      for (Job job : admin(lane).jobs(JobState.FAILED, 0, SHOWN, false)) {
        out.printf(
            "%s  %s  %s  %s  %s%n",
            lane.queue(queue),
            job.id(),
            job.name(),
            Optional.ofNullable(job.finishedOn()).map(Instant::ofEpochMilli).orElse(null),
            oneLine(job.failedReason()));
      }
    }
  }

  private static String oneLine(@Nullable String reason) {
    return String.valueOf(reason).lines().findFirst().orElse("");
  }

  private int retryAll() {
    long jobs = 0;
    for (Lane lane : Lane.values()) {
      jobs += admin(lane).counts().getOrDefault(JobState.FAILED, 0L);
      new QueueSweep(redis, lane.queue(queue)).retryFailed();
    }
    out.printf("%d failed job(s) are tried again.%n", jobs);
    return 0;
  }

  private int retry(String id) {
    for (Lane lane : Lane.values()) {
      QueueAdmin admin = admin(lane);
      if (admin.state(id) == JobState.FAILED) {
        admin.retry(id, JobState.FAILED, true);
        out.printf("Job %s of %s is tried again.%n", id, lane.queue(queue));
        return 0;
      }
    }
    out.printf("There is no failed job %s.%n", id);
    return 1;
  }

  private QueueAdmin admin(Lane lane) {
    return new QueueAdmin(redis, lane.queue(queue));
  }
}
