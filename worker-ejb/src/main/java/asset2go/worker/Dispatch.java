package asset2go.worker;

import asset2go.outbox.JobEnvelope;
import asset2go.queue.Job;
import asset2go.queue.JobContext;
import asset2go.queue.PostponeException;
import asset2go.queue.Processor;
import asset2go.queue.UnrecoverableException;
import asset2go.trace.LogContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finds the processor of a job by its name and runs it under the id of the request that asked for
 * it. Whatever a processor throws is that job's failure and nobody else's.
 */
@ApplicationScoped
class Dispatch implements Processor {

  private static final Logger LOG = Logger.getLogger(Dispatch.class.getName());

  private @Inject @Any Instance<JobProcessor> processors;

  @Override
  public @Nullable Object process(Job job, JobContext context) throws Exception {
    JobEnvelope envelope = open(job);
    try (LogContext log = LogContext.of(envelope.requestId())) {
      // Not unrecoverable: while versions are mixed, a newer worker may know it at the next try.
      JobProcessor processor =
          find(job.name())
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "This worker has no processor for jobs named \"" + job.name() + "\"."));
      process(processor, job, envelope, context);
      return null;
    }
  }

  private static JobEnvelope open(Job job) {
    try {
      return JobEnvelope.open(job.data());
    } catch (RuntimeException e) {
      throw new UnrecoverableException("The job's data is not of our making.", e);
    }
  }

  private Optional<JobProcessor> find(String name) {
    return processors.stream().filter(processor -> processor.name().equals(name)).findAny();
  }

  private static void process(
      JobProcessor processor, Job job, JobEnvelope envelope, JobContext context) throws Exception {
    try {
      processor.process(job.id(), envelope, context);
    } catch (PostponeException notNow) {
      throw notNow;
    } catch (Exception e) {
      if (context.cancelled()) {
        throw e;
      }
      boolean last = job.attemptsMade() + 1 >= job.options().attempts();
      LOG.log(
          last ? Level.SEVERE : Level.WARNING,
          "Job %s %s failed at try %d of %d%s"
              .formatted(
                  job.name(),
                  job.id(),
                  job.attemptsMade() + 1,
                  job.options().attempts(),
                  last ? "" : "; it is tried again"),
          e);
      if (last) {
        processor.gaveUp(job.id(), envelope, e);
      }
      throw e;
    }
  }
}
