package asset2go.bulk;

import asset2go.outbox.Aftermath;
import asset2go.outbox.JobEnvelope;
import asset2go.outbox.JobKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells whoever waits for a run that it is not going to end by itself. */
@ApplicationScoped
class FailedBulk implements Aftermath {

  private @Inject BulkWork work;

  @Override
  public JobKind kind() {
    return BulkWork.KIND;
  }

  @Override
  public void failed(String id, JobEnvelope job, String reason) {
    work.fail(
        id,
        job.payload().getString("runId"),
        "It could not be finished. What was done stays, and can be taken back. The log has more"
            + " under the request "
            + job.requestId()
            + ".");
  }
}
