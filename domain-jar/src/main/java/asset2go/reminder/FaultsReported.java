package asset2go.reminder;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Batches;
import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.maintenance.FaultReports;
import asset2go.outbox.JobKind;
import asset2go.outbox.Lane;
import asset2go.task.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Tells those in charge that faults were reported. Whoever reports need not sign in, so that a
 * report itself sends nothing: it is noted who is to hear of it, and each of them gets one letter
 * about all that waits, and the next one no sooner than an hour later.
 */
@ApplicationScoped
public class FaultsReported implements Task {

  @Produces
  public static final JobKind KIND =
      JobKind.task("faults-reported", Lane.BULK, Duration.ofMinutes(5));

  static final Duration PAUSE = Duration.ofHours(1);
  private static final int BATCH = 500;

  /** Those who can sign in and hold one of the roles over a part that an asset belongs to. */
  private static final String GRANTED =
      """
      MATCH (r:FaultReport)-[:ABOUT]->(a:Asset)
      WHERE r.id IN $reports
      WITH DISTINCT a
      UNWIND COLLECT { MATCH (c:Company {id: a.companyId}) RETURN c }
        + COLLECT { MATCH (a)-[:CONTAINED_IN*0..20]->()-[:LOCATED_AT]->()-[:WITHIN*0..30]->(l)
                    RETURN DISTINCT l }
        + COLLECT { MATCH (a)-[:OF_MODEL]->()-[:IN_CATEGORY]->()-[:SUBCATEGORY_OF*0..30]->(c)
                    RETURN DISTINCT c } AS part
      WITH DISTINCT part
      MATCH (part)<-[:OVER]-(g:Grant)<-[:HAS_GRANT]-()<-[:MEMBER_OF*0..1]-(u:User)
      WHERE g.role IN $roles AND NOT coalesce(u.disabled, false) AND u.passwordHash IS NOT NULL
      RETURN DISTINCT u.id AS id
      """;

  /** The same of those who hold one over the whole installation. */
  private static final String EVERYWHERE =
      """
      MATCH (u:User)
      WHERE any(role IN u.roles WHERE role IN $roles)
        AND NOT coalesce(u.disabled, false) AND u.passwordHash IS NOT NULL
      RETURN u.id AS id
      """;

  private @Inject Graph graph;
  private @Inject Reminders reminders;

  @Override
  public JobKind kind() {
    return KIND;
  }

  @Override
  public String run(BooleanSupplier stop) {
    Instant now = Instant.now();
    long reports = Batches.of(graph, BATCH, stop).each(tx -> note(tx, now));
    long letters = Batches.of(graph, BATCH, stop).each(tx -> send(tx, now));
    return "%d report(s), %d letter(s)".formatted(reports, letters);
  }

  /** Notes who is to hear of what is new, and when the next letter to them may go. */
  private static int note(Transaction tx, Instant now) {
    List<String> taken =
        tx.list(
            """
            MATCH (r:FaultReport)
            WHERE r.untold = true
            WITH r LIMIT $batch
            REMOVE r.untold
            RETURN r.id AS id
            """,
            map("batch", BATCH),
            row -> row.get("id").asString());
    tx.run(
        """
        UNWIND $people AS id
        MATCH (u:User {id: id})
        SET u.faultsDueAt = coalesce(u.faultsDueAt,
          CASE WHEN u.faultsToldAt > $before THEN u.faultsToldAt + $pause ELSE $now END)
        """,
        map("people", inCharge(tx, taken), "before", now.minus(PAUSE), "pause", PAUSE, "now", now));
    return taken.size();
  }

  private static List<String> inCharge(Transaction tx, List<String> reports) {
    if (reports.isEmpty()) {
      return List.of();
    }
    Map<String, ?> parameters = map("reports", reports, "roles", FaultReports.handlers());
    List<String> people =
        new ArrayList<>(tx.list(GRANTED, parameters, row -> row.get("id").asString()));
    people.addAll(tx.list(EVERYWHERE, parameters, row -> row.get("id").asString()));
    return people.stream().distinct().sorted().toList();
  }

  private int send(Transaction tx, Instant now) {
    List<String> people =
        tx.list(
            """
            MATCH (u:User)
            WHERE u.faultsDueAt <= $now
            WITH u ORDER BY u.faultsDueAt LIMIT $batch
            SET u.touched = true
            WITH u WHERE u.faultsDueAt <= $now
            SET u.faultsToldAt = $now
            REMOVE u.faultsDueAt
            RETURN u.id AS id
            """,
            map("now", now, "batch", BATCH),
            row -> row.get("id").asString());
    people.forEach(id -> reminders.mail(tx, FaultsMail.KIND, id));
    return people.size();
  }
}
