package asset2go.worker;

import asset2go.outbox.JobEnvelope;
import asset2go.outbox.JobKind;
import asset2go.queue.JobContext;
import asset2go.stocktake.StockTakeWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Does what is left to do of a stock-take. */
@ApplicationScoped
class StockTakeProcessor implements JobProcessor {

  private @Inject StockTakeWork work;

  @Override
  public JobKind kind() {
    return StockTakeWork.KIND;
  }

  @Override
  public @Nullable Object process(String id, JobEnvelope job, JobContext context) throws Exception {
    work.run(id, job.payload().getString("takeId"), context::cancelled);
    return null;
  }
}
