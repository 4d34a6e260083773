package asset2go.queue;

import org.jspecify.annotations.Nullable;

/** Does the jobs of a queue. Called by several threads at once, up to the worker's concurrency. */
@FunctionalInterface
public interface Processor {
  /**
   * Does one job. It may be called again for the same job (after a crash, a lost lock, a retry):
   * effects go by the job's id.
   *
   * @return what is kept as the job's return value: null, a boolean, number, text, map, list or
   *     {@link RawJson}
   * @throws PostponeException where it cannot be done now, through no fault of its own
   * @throws UnrecoverableException where no further try may help
   * @throws Exception anything else: tried again while attempts are left
   */
  @Nullable Object process(Job job, JobContext context) throws Exception;
}
