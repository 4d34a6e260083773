package asset2go.worker;

import asset2go.queue.Job;
import asset2go.queue.WorkerListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts and times jobs by name and outcome, for {@code /metrics}. */
@ApplicationScoped
class JobFigures implements WorkerListener {

  private static final Metadata JOBS =
      Metadata.builder()
          .withName("asset2go_jobs")
          .withDescription("Jobs by name and outcome, and how long they took")
          .build();

  private @Inject MetricRegistry registry;

  @Override
  public void onCompleted(Job job, Duration took) {
    note(job, "completed", took);
  }

  @Override
  public void onFailed(Job job, Throwable error, Duration took, boolean again) {
    note(job, again ? "failed" : "gave_up", took);
  }

  @Override
  public void onLockLost(Job job) {
    note(job, "lock_lost", Duration.ZERO);
  }

  private void note(Job job, String outcome, Duration took) {
    registry.timer(JOBS, new Tag("name", job.name()), new Tag("outcome", outcome)).update(took);
  }
}
