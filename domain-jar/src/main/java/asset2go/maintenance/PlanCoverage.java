package asset2go.maintenance;

import static asset2go.graph.Parameters.map;
import static asset2go.graph.Values.date;
import static asset2go.graph.Values.instant;

import asset2go.graph.Transaction;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Keeps a due date for each asset that a plan covers: assets come, move and go, and a plan finds
 * out the next time it is looked after.
 */
final class PlanCoverage {

  private PlanCoverage() {}

  /** The assets {@code a} that a plan {@code p} covers. */
  private static String assets(PlanSubject.Kind kind) {
    return switch (kind) {
      case ASSET -> "MATCH (p)-[:COVERS]->(a:Asset) WHERE true";
      case MODEL -> "MATCH (p)-[:COVERS]->(:AssetModel)<-[:OF_MODEL]-(a:Asset) WHERE true";
      case LOCATION ->
          """
          MATCH (p)-[:COVERS]->(:Location)<-[:WITHIN*0..30]-(l:Location)
          MATCH (a:Asset) WHERE a.rootLocationId = l.id
          """;
    };
  }

  /** Whether a plan {@code p} covers an asset {@code a}. */
  private static String covers(PlanSubject.Kind kind) {
    return switch (kind) {
      case ASSET -> "EXISTS { (p)-[:COVERS]->(a) }";
      case MODEL -> "EXISTS { (p)-[:COVERS]->(:AssetModel)<-[:OF_MODEL]-(a) }";
      case LOCATION ->
          """
          EXISTS {
            MATCH (:Location {id: a.rootLocationId})-[:WITHIN*0..30]->(:Location)<-[:COVERS]-(p)
          }
          """;
    };
  }

  /**
   * Gives assets that have come a due date.
   *
   * @return how many; fewer than asked for means that this was all
   */
  static int add(Transaction tx, String planId, PlanSubject.Kind kind, LocalDate today, int most) {
    List<Record> rows =
        tx.rows(
            """
            MATCH (p:MaintenancePlan {id: $plan})
            %s
              AND NOT a.status IN ['RETIRED', 'DISPOSED']
              AND NOT EXISTS { MATCH (:ServiceDue {key: $plan + ' ' + a.id}) }
            WITH DISTINCT p, a LIMIT $most
            RETURN p{.*} AS plan, a.id AS asset,
                   COLLECT { MATCH (m:Meter {assetId: a.id, nameKey: p.meterKey})
                             RETURN m.total }[0] AS total,
                   COLLECT { MATCH (w:WorkOrder)
                             WHERE w.planId = $plan AND w.assetId = a.id AND w.id > ''
                               AND w.finishedAt IS NOT NULL
                             RETURN {due: w.due, at: w.finishedAt}
                             ORDER BY w.id DESC LIMIT 1 }[0] AS done
            """
                .formatted(assets(kind)),
            map("plan", planId, "most", most));
    List<Map<String, @Nullable Object>> due = new ArrayList<>();
    rows.forEach(row -> due.add(due(row, planId, today)));
    tx.run(
        """
        MATCH (p:MaintenancePlan {id: $plan})
        UNWIND $rows AS row
        MATCH (a:Asset {id: row.asset})
        MERGE (d:ServiceDue {key: row.key})
        ON CREATE SET d.planId = p.id, d.assetId = a.id, d.on = row.on, d.at = row.at,
                      d.opensOn = row.opensOn
        MERGE (d)-[:OF]->(p)
        MERGE (d)-[:FOR]->(a)
        """,
        map("plan", planId, "rows", due));
    return rows.size();
  }

  private static Map<String, @Nullable Object> due(Record row, String planId, LocalDate today) {
    Rhythm rhythm = Rhythm.of(row.get("plan"));
    Value done = row.get("done");
    Double total = DueDates.number(row.get("total"));
    Rhythm.Next next =
        rhythm.first(
            today,
            done.isNull()
                ? null
                : new Rhythm.Done(
                    date(done.get("due")),
                    LocalDate.ofInstant(instant(done.get("at")), ZoneOffset.UTC)),
            total);
    String asset = row.get("asset").asString();
    return map(
        "key", planId + " " + asset,
        "asset", asset,
        "on", next.on(),
        "at", next.at(),
        "opensOn", rhythm.opensOn(next, today, total));
  }

  /** Takes the due dates of assets away that have gone, but for those whose work order is open. */
  static int remove(Transaction tx, String planId, PlanSubject.Kind kind, int most) {
    return tx.one(
            """
            MATCH (d:ServiceDue) WHERE d.planId = $plan AND d.orderId IS NULL
            OPTIONAL MATCH (d)-[:OF]->(p:MaintenancePlan)
            OPTIONAL MATCH (a:Asset {id: d.assetId})
            WITH d, p, a
            WHERE p IS NULL OR a IS NULL OR a.status IN ['RETIRED', 'DISPOSED'] OR NOT %s
            WITH DISTINCT d LIMIT $most
            DETACH DELETE d
            RETURN count(*) AS n
            """
                .formatted(covers(kind)),
            map("plan", planId, "most", most))
        .map(row -> row.get("n").asInt())
        .orElse(0);
  }

  /** Forgets what was due, so that it is found anew; work orders that are open stay. */
  static void forget(Transaction tx, String planId) {
    tx.run(
        """
        MATCH (d:ServiceDue) WHERE d.planId = $plan AND d.orderId IS NULL
        DETACH DELETE d
        """,
        map("plan", planId));
  }
}
