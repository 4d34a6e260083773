package asset2go.worker;

import asset2go.acceptance.Documents;
import asset2go.outbox.JobEnvelope;
import asset2go.outbox.JobKind;
import asset2go.queue.JobContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Writes what was signed as a PDF. */
@ApplicationScoped
class DocumentProcessor implements JobProcessor {

  private @Inject Documents documents;

  @Override
  public JobKind kind() {
    return Documents.KIND;
  }

  @Override
  public @Nullable Object process(String id, JobEnvelope job, JobContext context) {
    documents.write(id, job.payload());
    return null;
  }
}
