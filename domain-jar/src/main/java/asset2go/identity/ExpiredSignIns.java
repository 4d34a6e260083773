package asset2go.identity;

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

/** Forgets sessions and links that have run out, and failures that count no more. */
@ApplicationScoped
public class ExpiredSignIns implements Task {

  @Produces
  public static final JobKind KIND =
      JobKind.task("expired-sign-ins", Lane.BULK, Duration.ofMinutes(10));

  private static final int BATCH = 1_000;

  private @Inject Graph graph;

  @Override
  public JobKind kind() {
    return KIND;
  }

  @Override
  public String run(BooleanSupplier stop) {
    Instant now = Instant.now();
    long sessions = forget("MATCH (n:Session) WHERE n.expiresAt < $before", now, stop);
    long links = forget("MATCH (n:MailLink) WHERE n.expiresAt < $before", now, stop);
    long lockouts =
        forget(
            "MATCH (n:Lockout) WHERE n.last < $before AND coalesce(n.until, n.last) < $before",
            now.minus(Lockouts.MEMORY),
            stop);
    return "%d session(s), %d link(s), %d lockout(s) forgotten"
        .formatted(sessions, links, lockouts);
  }

  private long forget(String which, Instant before, BooleanSupplier stop) {
    long all = 0;
    long some;
    do {
      some =
          graph.write(
              tx ->
                  tx.one(
                          which + " WITH n LIMIT $batch DETACH DELETE n RETURN count(*) AS n",
                          map("before", before, "batch", BATCH))
                      .map(row -> row.get("n").asLong())
                      .orElse(0L));
      all += some;
    } while (some == BATCH && !stop.getAsBoolean());
    return all;
  }
}
