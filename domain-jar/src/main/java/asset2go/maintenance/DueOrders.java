package asset2go.maintenance;

import static asset2go.graph.Parameters.map;

import asset2go.asset.Asset;
import asset2go.asset.Steps;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Opens work orders for what is due, each once: the due date is locked with its asset, remembers
 * the order that was opened for it, and the order's occasion is unique.
 */
@ApplicationScoped
class DueOrders {

  /** Nothing is to be done about what is not there yet, not there, or not there any more. */
  static final List<String> AWAY = List.of("ORDERED", "RECEIVED", "MISSING", "RETIRED", "DISPOSED");

  private @Inject Steps steps;
  private @Inject WorkOrderBook book;

  /** What a reading has made due. */
  void reached(Transaction tx, Actor actor, Asset asset, String meterKey, Instant now) {
    LocalDate today = day(now);
    List<String> keys =
        tx.list(
            """
            MATCH (m:Meter {assetId: $asset, nameKey: $meter})
            MATCH (d:ServiceDue)-[:OF]->(p:MaintenancePlan)
            WHERE d.assetId = $asset AND d.orderId IS NULL AND p.meterKey = $meter
              AND p.active = true
            SET d.at = coalesce(d.at, m.total + p.meterEvery)
            WITH d, m WHERE m.total >= d.at
            SET d.opensOn = $today
            RETURN d.key AS key ORDER BY key
            """,
            map("asset", asset.id(), "meter", meterKey, "today", today),
            row -> row.get("key").asString());
    if (!AWAY.contains(asset.status().name())) {
      keys.forEach(key -> open(tx, actor, asset, key, now));
    }
  }

  /**
   * Opens what is due.
   *
   * @return how many there were; fewer than asked for means that this was all
   */
  int open(Transaction tx, Actor actor, Instant now, int most) {
    Map<String, String> assets = new java.util.LinkedHashMap<>();
    tx.rows(
            """
            MATCH (d:ServiceDue)-[:FOR]->(a:Asset)
            WHERE d.opensOn <= $today AND d.orderId IS NULL AND NOT a.status IN $away
            MATCH (d)-[:OF]->(p:MaintenancePlan)
            WHERE p.active = true
            RETURN d.key AS key, a.id AS asset
            LIMIT $most
            """,
            map("today", day(now), "away", AWAY, "most", most))
        .forEach(row -> assets.put(row.get("key").asString(), row.get("asset").asString()));
    Map<String, Asset> locked = steps.lock(tx, assets.values());
    assets.forEach(
        (key, assetId) -> {
          Asset asset = locked.get(assetId);
          if (asset != null) {
            open(tx, actor, asset, key, now);
          }
        });
    return assets.size();
  }

  private void open(Transaction tx, Actor actor, Asset asset, String key, Instant now) {
    tx.run("MATCH (d:ServiceDue {key: $key}) SET d.touched = true", map("key", key));
    tx.one(
            """
            MATCH (d:ServiceDue {key: $key})-[:OF]->(p:MaintenancePlan)
            WHERE d.opensOn <= $today AND d.orderId IS NULL
            RETURN d.on AS on, p{.*} AS plan,
                   [(p)-[:ASSIGNED_TO]->(x) WHERE x.leftAt IS NULL | x.id][0] AS assignee,
                   COUNT { MATCH (w:WorkOrder)
                           WHERE w.planId = d.planId AND w.assetId = d.assetId } AS before
            """,
            map("key", key, "today", day(now)))
        .ifPresent(
            row -> {
              WorkOrderDraft draft = WorkOrderFields.complete(draft(asset, row, day(now)));
              String occasion = key + " " + (row.get("before").asLong() + 1);
              String planId = row.get("plan").get("id").asString();
              String id =
                  book.open(
                      tx, actor, asset, draft, new WorkOrderBook.ByPlan(planId, occasion), now);
              tx.run(
                  "MATCH (d:ServiceDue {key: $key}) SET d.orderId = $order, d.opensOn = null",
                  map("key", key, "order", id));
            });
  }

  private static WorkOrderDraft draft(Asset asset, Record row, LocalDate today) {
    Value plan = row.get("plan");
    @Nullable LocalDate on = Values.date(row.get("on"));
    return new WorkOrderDraft(
        asset.id(),
        plan.get("name").asString(),
        WorkKind.valueOf(plan.get("kind").asString()),
        WorkPriority.valueOf(plan.get("priority").asString()),
        Values.text(plan.get("instructions")),
        Values.text(row.get("assignee")),
        on == null ? today : on,
        plan.get("takesOut").asBoolean(false),
        plan.get("checklist").isNull()
            ? List.of()
            : plan.get("checklist").asList(Value::asString).stream().map(CheckItem::of).toList(),
        null,
        null,
        null,
        null);
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
