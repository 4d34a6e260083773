package asset2go.maintenance;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Batches;
import asset2go.graph.Graph;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.outbox.JobKind;
import asset2go.outbox.Lane;
import asset2go.page.Ref;
import asset2go.task.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Looks after the plans: finds the assets that have come under them, lets go of those that have
 * gone, and opens work orders for what is due. Done twice or by two at once it opens nothing twice.
 */
@ApplicationScoped
public class PlanUpkeep implements Task {

  @Produces
  public static final JobKind KIND =
      JobKind.task("maintenance-plans", Lane.BULK, Duration.ofMinutes(30));

  private static final int COVERED = 1_000;
  private static final int OPENED = 50;
  private static final int MOST_PLANS = 100_000;

  private @Inject Graph graph;
  private @Inject DueOrders orders;

  @Override
  public JobKind kind() {
    return KIND;
  }

  @Override
  public String run(BooleanSupplier stop) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (Ref plan : plans()) {
      if (stop.getAsBoolean()) {
        break;
      }
      PlanSubject.Kind kind = PlanSubject.Kind.valueOf(plan.name());
      Batches.of(graph, COVERED, stop)
          .each(tx -> PlanCoverage.remove(tx, plan.id(), kind, COVERED));
      Batches.of(graph, COVERED, stop)
          .each(tx -> PlanCoverage.add(tx, plan.id(), kind, today, COVERED));
    }
    Actor actor = Actor.system("schedule-" + KIND.name());
    long opened =
        Batches.of(graph, OPENED, stop).each(tx -> orders.open(tx, actor, Instant.now(), OPENED));
    return opened + " work order(s) opened";
  }

  /** The plans, each with what it covers. */
  private List<Ref> plans() {
    return graph.read(
        tx ->
            tx.list(
                """
                MATCH (p:MaintenancePlan)
                WHERE p.active = true
                RETURN p{.id, name: p.subjectKind} AS plan
                LIMIT $most
                """,
                map("most", MOST_PLANS),
                row -> Values.requireRef(row.get("plan"))));
  }
}
