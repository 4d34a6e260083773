package asset2go.job;

import asset2go.outbox.Lane;
import asset2go.queue.Job;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Jobs as lists show them. */
final class Summaries {

  private static final String NO_PROGRESS = "0";

  private Summaries() {}

  /**
   * @param due when it may be taken, for a delayed one
   */
  static JobSummary of(Lane lane, Job job, JobState state, @Nullable Instant due) {
    Secrecy secrecy = new Secrecy();
    return new JobSummary(
        job.id(),
        lane.key(),
        job.name(),
        state,
        job.attemptsMade(),
        Math.max(1, job.options().attempts()),
        job.priority(),
        job.progress().equals(NO_PROGRESS) ? null : secrecy.json(job.progress()),
        job.failedReason() == null ? null : secrecy.text(job.failedReason()),
        Instant.ofEpochMilli(job.timestamp()),
        due,
        instant(job.processedOn()),
        instant(job.finishedOn()),
        job.processedBy(),
        job.schedulerId());
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  /** The contract's word for a state of the queue library's. */
  static JobState state(asset2go.queue.JobState state) {
    return JobState.valueOf(state.name());
  }
}
