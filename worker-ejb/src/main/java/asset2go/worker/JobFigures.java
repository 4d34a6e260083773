package asset2go.worker;

import asset2go.queue.Job;
import asset2go.queue.PostponeException;
import asset2go.queue.WorkerListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counts and times jobs by name and outcome, for {@code /metrics}; the buckets of the histogram
 * stand in {@code microprofile-config.properties}.
 */
@ApplicationScoped
class JobFigures implements WorkerListener {

  private static final Metadata JOBS =
      Metadata.builder()
          .withName("asset2go_jobs")
          .withDescription("Tries of jobs by name and outcome, and how long they took")
          .build();

  private static final Metadata WAITS =
      Metadata.builder()
          .withName("asset2go_job_waits")
          .withDescription("How long jobs waited, from when they were due to when they were taken")
          .build();

  private @Inject MetricRegistry registry;
  private @Inject Processors processors;

  /** The first time only: later ones wait because they are told to. */
  @Override
  public void onActive(Job job) {
    Long taken = job.processedOn();
    if (taken != null && job.attemptsStarted() <= 1) {
      long due = job.timestamp() + job.delay();
      registry
          .timer(WAITS, new Tag("name", name(job)))
          .update(Duration.ofMillis(Math.max(0, taken - due)));
    }
  }

  @Override
  public void onCompleted(Job job, Duration took) {
    note(job, "completed", took);
  }

  @Override
  public void onFailed(Job job, Throwable error, Duration took, boolean again) {
    boolean later = error instanceof PostponeException;
    note(job, later ? "postponed" : again ? "failed" : "gave_up", took);
  }

  @Override
  public void onLockLost(Job job) {
    note(job, "lock_lost", Duration.ZERO);
  }

  private void note(Job job, String outcome, Duration took) {
    registry.timer(JOBS, new Tag("name", name(job)), new Tag("outcome", outcome)).update(took);
  }

  /** Foreign producers may make up any number of names: they count as one. */
  private String name(Job job) {
    return processors.named(job.name()).isPresent() ? job.name() : "unknown";
  }
}
