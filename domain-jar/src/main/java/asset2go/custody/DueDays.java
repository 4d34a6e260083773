package asset2go.custody;

import static asset2go.graph.Parameters.map;

import asset2go.asset.Handing;
import asset2go.asset.Plan;
import asset2go.event.Events;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes by when what is out is to come back: at its custody, and at the asset for lists. */
@ApplicationScoped
class DueDays {

  private @Inject Events events;

  /**
   * Writes them, where it is another day than before.
   *
   * @param asked of assets that are locked, each with its lasting custody
   */
  void write(Transaction tx, Actor actor, List<Plan> asked, Instant now) {
    List<Plan> plans = asked.stream().filter(DueDays::isChange).toList();
    tx.run(
        """
        UNWIND $rows AS row
        MATCH (a:Asset {id: row.asset})
        MATCH (c:Custody {id: row.custody})
        SET a.due = row.due, a.updatedAt = $now, a.version = a.version + 1, c.due = row.due
        """,
        map("rows", plans.stream().map(DueDays::row).toList(), "now", now));
    events.appendAll(
        tx,
        "Asset",
        actor,
        now,
        plans.stream().map(p -> new Events.Entry(p.asset().id(), p.kind(), p.changes())).toList());
  }

  private static boolean isChange(Plan plan) {
    return !Objects.equals(plan.asset().due(), Objects.requireNonNull(plan.begins()).due());
  }

  private static Map<String, @Nullable Object> row(Plan plan) {
    Handing lasts = Objects.requireNonNull(plan.begins());
    return map("asset", plan.asset().id(), "custody", lasts.custodyId(), "due", lasts.due());
  }
}
