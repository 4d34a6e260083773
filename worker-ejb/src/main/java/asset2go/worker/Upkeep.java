package asset2go.worker;

import asset2go.job.Schedules;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What each worker sees to by itself, since it must not hang on a job: that the schedules in Redis
 * are as planned, and that the outbox is swept although nobody takes the job that does it.
 */
@ApplicationScoped
class Upkeep {

  private static final Logger LOG = Logger.getLogger(Upkeep.class.getName());

  private @Inject Schedules schedules;

  void look() {
    try {
      int swept = schedules.sweepIfForgotten();
      if (swept > 0) {
        LOG.log(Level.INFO, "Swept {0} job(s) out of the outbox.", swept);
      }
      schedules.apply();
    } catch (DomainError.Unavailable e) {
      LOG.log(Level.FINE, "The schedules are looked after when the stores are back", e);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The schedules could not be looked after", e);
    }
  }
}
