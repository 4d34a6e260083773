package asset2go.worker;

import asset2go.bulk.BulkWork;
import asset2go.outbox.JobEnvelope;
import asset2go.outbox.JobKind;
import asset2go.queue.JobContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Does a run over many assets. */
@ApplicationScoped
class BulkProcessor implements JobProcessor {

  private @Inject BulkWork work;

  @Override
  public JobKind kind() {
    return BulkWork.KIND;
  }

  @Override
  public @Nullable Object process(String id, JobEnvelope job, JobContext context) {
    work.run(id, job.payload().getString("runId"), context::cancelled, context::updateProgress);
    return null;
  }
}
