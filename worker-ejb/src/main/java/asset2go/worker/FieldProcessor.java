package asset2go.worker;

import asset2go.catalogue.FieldUpkeep;
import asset2go.outbox.JobEnvelope;
import asset2go.outbox.JobKind;
import asset2go.queue.JobContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Brings assets in line with custom fields that were changed. */
@ApplicationScoped
class FieldProcessor implements JobProcessor {

  private @Inject FieldUpkeep upkeep;

  @Override
  public JobKind kind() {
    return FieldUpkeep.KIND;
  }

  @Override
  public @Nullable Object process(String id, JobEnvelope job, JobContext context) {
    upkeep.run(
        id,
        job.payload().getString("categoryId"),
        job.payload().getString("fieldId"),
        context::cancelled);
    return null;
  }
}
