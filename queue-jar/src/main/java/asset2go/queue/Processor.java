package asset2go.queue;

import java.util.Map;
import java.util.TreeSet;
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
   * @throws RateLimitException where none of the queue's jobs can be done for a time
   * @throws PostponeException where it cannot be done now, through no fault of its own
   * @throws UnrecoverableException where no further try may help
   * @throws Exception anything else: tried again while attempts are left
   */
  @Nullable Object process(Job job, JobContext context) throws Exception;

  /**
   * One processor for each name that jobs have. A job of another name fails for good, whatever
   * attempts it has left, and its reason says which names there are.
   */
  static Processor byName(Map<String, Processor> processors) {
    Map<String, Processor> known = Map.copyOf(processors);
    return byName(
        known,
        (job, context) -> {
          throw new UnrecoverableException(
              "No processor for jobs named \""
                  + job.name()
                  + "\", only for "
                  + String.join(", ", new TreeSet<>(known.keySet())));
        });
  }

  /**
   * One processor for each name that jobs have.
   *
   * @param otherwise for jobs of other names
   */
  static Processor byName(Map<String, Processor> processors, Processor otherwise) {
    Map<String, Processor> known = Map.copyOf(processors);
    return (job, context) -> known.getOrDefault(job.name(), otherwise).process(job, context);
  }
}
