package asset2go.worker;

import asset2go.importing.Importer;
import asset2go.outbox.JobEnvelope;
import asset2go.outbox.JobKind;
import asset2go.queue.JobContext;
import asset2go.queue.PostponeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Does an import run. */
@ApplicationScoped
class ImportProcessor implements JobProcessor {

  private static final Duration NEXT_LOOK = Duration.ofMillis(500);

  private @Inject Importer importer;

  @Override
  public JobKind kind() {
    return Importer.KIND;
  }

  @Override
  public @Nullable Object process(String id, JobEnvelope job, JobContext context) throws Exception {
    if (importer.mustWait(runId(job))) {
      throw new PostponeException("An earlier import is under way.", NEXT_LOOK);
    }
    importer.run(id, runId(job), new Watch(context));
    return null;
  }

  private static String runId(JobEnvelope job) {
    return job.payload().getString("runId");
  }

  private record Watch(JobContext context) implements Importer.Watch {

    @Override
    public boolean stopRequested() {
      return context.cancelled();
    }

    @Override
    public void progressed(long processed, @Nullable Long total) {
      if (total != null && total > 0) {
        context.updateProgress(100 * processed / total);
      }
    }
  }
}
