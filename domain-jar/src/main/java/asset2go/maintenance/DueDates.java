package asset2go.maintenance;

import static asset2go.graph.Parameters.map;
import static asset2go.graph.Values.date;
import static asset2go.graph.Values.text;

import asset2go.graph.Transaction;
import asset2go.graph.Values;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * What plans want next of each asset: a node for each plan and asset, which waits while a work
 * order is open for it.
 */
final class DueDates {

  /** Total of the meter that the plan {@code p} of a due date {@code d} goes by. */
  static final String TOTAL =
      """
      COLLECT { MATCH (m:Meter {assetId: d.assetId, nameKey: p.meterKey}) RETURN m.total }[0]
      """;

  private static final int MOST = 100;

  private DueDates() {}

  /** A work order was closed: if a plan opened it, the plan waits for the next time. */
  static void closed(Transaction tx, String orderId, LocalDate day) {
    for (Record row :
        tx.rows(
            """
            MATCH (d:ServiceDue {orderId: $order})-[:OF]->(p:MaintenancePlan)
            RETURN d{.*} AS due, p{.*} AS plan, %s AS total
            """
                .formatted(TOTAL),
            map("order", orderId))) {
      Rhythm rhythm = Rhythm.of(row.get("plan"));
      Double total = number(row.get("total"));
      Rhythm.Next next = rhythm.after(next(row.get("due")), day, total);
      tx.run(
          """
          MATCH (d:ServiceDue {key: $key})
          SET d.on = $on, d.at = $at, d.opensOn = $opensOn, d.orderId = null
          """,
          map(
              "key", row.get("due").get("key").asString(),
              "on", next.on(),
              "at", next.at(),
              "opensOn", rhythm.opensOn(next, day, total)));
    }
  }

  private static Rhythm.Next next(Value due) {
    return new Rhythm.Next(date(due.get("on")), number(due.get("at")));
  }

  static @Nullable Double number(Value value) {
    return value.isNull() ? null : Double.valueOf(value.asDouble());
  }

  /** What is due of one asset, the earliest first. */
  static List<ServiceDue> of(Transaction tx, String assetId) {
    return tx.list(
        """
        MATCH (d:ServiceDue)-[:OF]->(p:MaintenancePlan)
        WHERE d.assetId = $asset AND p.active = true
        OPTIONAL MATCH (w:WorkOrder {id: d.orderId})
        RETURN p{.id, .name, .kind, .meterName} AS plan, d.on AS on, d.at AS at,
               w{.id, name: w.number} AS order
        ORDER BY d.on, p.nameKey LIMIT $most
        """,
        map("asset", assetId, "most", MOST),
        row -> {
          Value plan = row.get("plan");
          return new ServiceDue(
              Values.requireRef(plan),
              WorkKind.valueOf(plan.get("kind").asString()),
              date(row.get("on")),
              text(plan.get("meterName")),
              number(row.get("at")),
              Values.ref(row.get("order")));
        });
  }
}
