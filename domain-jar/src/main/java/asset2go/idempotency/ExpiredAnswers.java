package asset2go.idempotency;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Batches;
import asset2go.graph.Graph;
import asset2go.outbox.JobKind;
import asset2go.outbox.Lane;
import asset2go.task.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Forgets the answers that were kept for requests which nobody repeats any more. */
@ApplicationScoped
public class ExpiredAnswers implements Task {

  @Produces
  public static final JobKind KIND =
      JobKind.task("expired-answers", Lane.BULK, Duration.ofMinutes(10));

  private static final int BATCH = 1_000;

  private @Inject Graph graph;

  @Override
  public JobKind kind() {
    return KIND;
  }

  @Override
  public String run(BooleanSupplier stop) {
    long all =
        Batches.of(graph, BATCH, stop)
            .delete("MATCH (n:IdempotencyKey) WHERE n.expiresAt < $now", map("now", Instant.now()));
    return all + " answer(s) forgotten";
  }
}
