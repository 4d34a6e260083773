package asset2go.worker;

import asset2go.outbox.Failures;
import asset2go.outbox.JobEnvelope;
import asset2go.queue.Job;
import asset2go.queue.JobContext;
import asset2go.queue.PostponeException;
import asset2go.queue.Processor;
import asset2go.queue.UnrecoverableException;
import asset2go.trace.LogContext;
import asset2go.worker.Processors.Post;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finds the processor of a job by its name and runs it under the id of the request that asked for
 * it, within the bounds that its kind declares. Whatever a processor throws is that job's failure
 * and nobody else's.
 */
@ApplicationScoped
class Dispatch implements Processor {

  private static final Logger LOG = Logger.getLogger(Dispatch.class.getName());
  private static final Duration NEXT_LOOK = Duration.ofSeconds(1);

  private @Inject Processors processors;
  private @Inject Deadlines deadlines;
  private @Inject Failures failures;

  /** For CDI. */
  Dispatch() {}

  Dispatch(Processors processors, Deadlines deadlines, Failures failures) {
    this.processors = processors;
    this.deadlines = deadlines;
    this.failures = failures;
  }

  @Override
  public @Nullable Object process(Job job, JobContext context) throws Exception {
    JobEnvelope envelope = open(job);
    try (LogContext log = LogContext.of(envelope.requestId())) {
      // Not unrecoverable: while versions are mixed, a newer worker may know it at the next try.
      Post post =
          processors
              .named(job.name())
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "This worker has no processor for jobs named \"" + job.name() + "\"."));
      return withinItsShare(post, job, envelope, context);
    }
  }

  private static JobEnvelope open(Job job) {
    try {
      return JobEnvelope.open(job.data());
    } catch (RuntimeException e) {
      throw new UnrecoverableException("The job's data is not of our making.", e);
    }
  }

  private @Nullable Object withinItsShare(
      Post post, Job job, JobEnvelope envelope, JobContext context) throws Exception {
    if (!post.room().tryAcquire()) {
      throw new PostponeException("Others of its kind are being done.", NEXT_LOOK);
    }
    try (Deadlines.Deadline deadline = deadlines.set(job, post.kind().timeout())) {
      return process(post, job, envelope, context, deadline);
    } finally {
      post.room().release();
    }
  }

  private @Nullable Object process(
      Post post, Job job, JobEnvelope envelope, JobContext context, Deadlines.Deadline deadline)
      throws Exception {
    try {
      return post.processor().process(job.id(), envelope, context);
    } catch (PostponeException notNow) {
      throw notNow;
    } catch (Exception | Error e) {
      if (context.cancelled() && !deadline.passed()) {
        throw e;
      }
      boolean last =
          e instanceof UnrecoverableException || job.attemptsMade() + 1 >= job.options().attempts();
      LOG.log(
          last ? Level.SEVERE : Level.WARNING,
          "Job %s %s failed at try %d of %d%s"
              .formatted(
                  job.name(),
                  job.id(),
                  job.attemptsMade() + 1,
                  Math.max(1, job.options().attempts()),
                  last ? "" : "; it is tried again"),
          e);
      if (last) {
        // The deadline's interrupt was meant for the processor, not for what follows.
        Thread.interrupted();
        tell(job, envelope, e);
      }
      throw e;
    }
  }

  private void tell(Job job, JobEnvelope envelope, Throwable error) {
    try {
      failures.gaveUp(job.name(), job.id(), envelope, String.valueOf(error.getMessage()));
    } catch (RuntimeException unrecorded) {
      // The sweep finds it failed with nothing recorded, and gives it its tries once more.
      error.addSuppressed(unrecorded);
    }
  }
}
