package asset2go.identity;

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

/** Forgets sessions, tokens and links that have run out, and failures that count no more. */
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
    Batches batches = Batches.of(graph, BATCH, stop);
    long sessions = batches.delete("MATCH (n:Session) WHERE n.expiresAt < $now", map("now", now));
    long tokens = batches.delete("MATCH (n:ApiToken) WHERE n.expiresAt < $now", map("now", now));
    long links = batches.delete("MATCH (n:MailLink) WHERE n.expiresAt < $now", map("now", now));
    long lockouts =
        batches.delete(
            "MATCH (n:Lockout) WHERE n.last < $before AND coalesce(n.until, n.last) < $now",
            map("before", now.minus(Lockouts.MEMORY), "now", now));
    return "%d session(s), %d token(s), %d link(s), %d lockout(s) forgotten"
        .formatted(sessions, tokens, links, lockouts);
  }
}
