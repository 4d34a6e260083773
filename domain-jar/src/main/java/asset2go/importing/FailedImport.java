package asset2go.importing;

import asset2go.outbox.Aftermath;
import asset2go.outbox.JobEnvelope;
import asset2go.outbox.JobKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells whoever waits for an import that it is not going to end by itself. */
@ApplicationScoped
class FailedImport implements Aftermath {

  private @Inject Importer importer;

  @Override
  public JobKind kind() {
    return Importer.KIND;
  }

  @Override
  public void failed(String id, JobEnvelope job, String reason) {
    importer.fail(
        id,
        job.payload().getString("runId"),
        "It could not be finished. What was imported stays; import the file again to go on."
            + " The log has more under the request "
            + job.requestId()
            + ".");
  }
}
