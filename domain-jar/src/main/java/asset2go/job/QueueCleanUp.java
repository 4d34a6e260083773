package asset2go.job;

import asset2go.outbox.JobKind;
import asset2go.outbox.Lane;
import asset2go.outbox.Outbox;
import asset2go.queue.JobState;
import asset2go.task.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Removes what ended long ago from the lists of finished jobs. */
@ApplicationScoped
public class QueueCleanUp implements Task {

  @Produces
  public static final JobKind KIND =
      JobKind.task("queue-clean-up", Lane.BULK, Duration.ofMinutes(10));

  static final Duration KEEP_COMPLETED = Duration.ofDays(7);
  static final Duration KEEP_FAILED = Duration.ofDays(30);
  private static final int MOST = 100_000;

  private @Inject Queues queues;
  private @Inject Outbox outbox;

  @Override
  public JobKind kind() {
    return KIND;
  }

  @Override
  public String run(BooleanSupplier stop) {
    int removed = 0;
    for (Lane lane : Lane.values()) {
      removed += queues.remove(lane, JobState.COMPLETED, KEEP_COMPLETED, MOST);
      removed += queues.remove(lane, JobState.FAILED, KEEP_FAILED, MOST);
    }
    outbox.forgetFailed(Instant.now().minus(KEEP_FAILED));
    return removed + " job(s) removed";
  }
}
