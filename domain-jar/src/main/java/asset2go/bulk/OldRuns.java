package asset2go.bulk;

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
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Forgets runs after their time; what they did stays in the histories of the assets. */
@ApplicationScoped
public class OldRuns implements Task {

  @Produces
  public static final JobKind KIND =
      JobKind.task("old-bulk-runs", Lane.BULK, Duration.ofMinutes(10));

  /** So long a run can be looked at and taken back. */
  static final Duration KEPT = Duration.ofDays(90);

  private static final int PIECE = 1_000;

  private @Inject Graph graph;

  @Override
  public JobKind kind() {
    return KIND;
  }

  @Override
  public String run(BooleanSupplier stop) {
    List<String> old =
        graph.read(
            tx ->
                tx.list(
                    """
                    MATCH (r:BulkRun) WHERE r.finishedAt < $before
                    RETURN r.id AS id LIMIT $most
                    """,
                    map("before", Instant.now().minus(KEPT), "most", PIECE),
                    row -> row.get("id").asString()));
    Batches pieces = Batches.of(graph, PIECE, stop);
    int removed = 0;
    for (String id : old) {
      pieces.delete("MATCH (n:BulkItem) WHERE n.runId = $id AND n.seq > 0", Map.of("id", id));
      if (stop.getAsBoolean()) {
        break;
      }
      pieces.delete("MATCH (n:BulkRun {id: $id})", Map.of("id", id));
      removed++;
    }
    return removed + " run(s) removed";
  }
}
