package asset2go.worker;

import asset2go.outbox.JobEnvelope;
import asset2go.outbox.JobKind;
import asset2go.queue.JobContext;
import org.jspecify.annotations.Nullable;

/**
 * Does the jobs of one kind. A job is done at least once, its effect once: an implementation
 * records the effect under the id of the job, by marking its outbox node done in the same
 * transaction.
 */
public interface JobProcessor {

  /** Name of the jobs, their lane, time-out and tries: as whoever adds them goes by. */
  JobKind kind();

  /**
   * Does a job.
   *
   * @param id of the job, and of its outbox node
   * @return what came of it, for whoever looks at the job; null for nothing to say
   * @throws Exception whatever keeps it from being done; it is tried again, with growing pauses
   */
  @Nullable Object process(String id, JobEnvelope job, JobContext context) throws Exception;
}
