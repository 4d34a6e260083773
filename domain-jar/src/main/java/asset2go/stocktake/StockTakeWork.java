package asset2go.stocktake;

import asset2go.graph.Graph;
import asset2go.graph.Patience;
import asset2go.outbox.JobKind;
import asset2go.outbox.Lane;
import asset2go.outbox.Outbox;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The job of a stock-take: gathers, compares or corrects, piece by piece, whatever is left. */
@ApplicationScoped
public class StockTakeWork {

  @Produces
  public static final JobKind KIND =
      new JobKind(
          "stock-take",
          Lane.BULK,
          JobKind.AS_MANY_AS_FIT,
          null,
          10,
          Duration.ofSeconds(2),
          Set.of("takeId"),
          true);

  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final int TRIES = 8;

  private @Inject Graph graph;
  private @Inject Outbox outbox;
  private @Inject Progress progress;

  /**
   * Does it.
   *
   * @param jobId the outbox node that is done with it
   * @param stop whether to stop after this piece; another try goes on behind it
   */
  public void run(String jobId, String takeId, BooleanSupplier stop) throws Exception {
    Patience.with(
        PATIENCE,
        () -> {
          while (piece(takeId)) {
            if (stop.getAsBoolean()) {
              throw new CancellationException("It goes on behind the last piece.");
            }
          }
          return graph.write(
              tx -> {
                outbox.done(tx, jobId);
                return jobId;
              });
        });
  }

  /** Repeats what another writer got in the way of. */
  private boolean piece(String takeId) {
    for (int attempt = 1; ; attempt++) {
      try {
        return graph.write(tx -> progress.step(tx, takeId));
      } catch (DomainError.Unavailable e) {
        if (attempt == TRIES || Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
    }
  }
}
