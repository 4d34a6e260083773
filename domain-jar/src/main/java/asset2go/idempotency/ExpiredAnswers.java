package asset2go.idempotency;

import static asset2go.graph.Parameters.map;

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
    Instant now = Instant.now();
    long all = 0;
    long some;
    do {
      some =
          graph.write(
              tx ->
                  tx.one(
                          """
                          MATCH (k:IdempotencyKey)
                          WHERE k.expiresAt < $now
                          WITH k LIMIT $batch
                          DELETE k
                          RETURN count(*) AS n
                          """,
                          map("now", now, "batch", BATCH))
                      .map(row -> row.get("n").asLong())
                      .orElse(0L));
      all += some;
    } while (some == BATCH && !stop.getAsBoolean());
    return all + " answer(s) forgotten";
  }
}
