package asset2go.dashboard;

import static asset2go.graph.Parameters.map;

import asset2go.asset.EquipmentStatus;
import asset2go.dashboard.Dashboard.CategoryCount;
import asset2go.dashboard.Dashboard.RecentEvent;
import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.importing.ImportRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;

/** Counts what there is; every figure comes from a count store or an index. */
@ApplicationScoped
public class Dashboards {

  static final int RECENT = 12;
  static final int CATEGORIES = 8;

  private @Inject Graph graph;

  /**
   * The figures of now, of what the actor sees.
   *
   * @param imports the last import runs, which the importing feature knows
   */
  public Dashboard figures(Actor actor, List<ImportRun> imports) {
    if (!actor.scope().isEverything()) {
      return graph.read(tx -> PartFigures.of(tx, actor, imports));
    }
    return graph.read(
        tx ->
            new Dashboard(
                count(tx, "Asset"),
                count(tx, "Location"),
                count(tx, "Person"),
                overdue(tx),
                UpkeepFigures.of(tx, actor),
                byStatus(tx),
                byCategory(tx),
                recent(tx),
                imports));
  }

  private static long count(Transaction tx, String label) {
    return tx.one("MATCH (n:%s) RETURN count(n) AS n".formatted(label), Map.of())
        .orElseThrow()
        .get("n")
        .asLong();
  }

  private static long overdue(Transaction tx) {
    return tx.one(
            "MATCH (a:Asset) WHERE a.due < $today RETURN count(a) AS n",
            map("today", LocalDate.now(ZoneOffset.UTC)))
        .orElseThrow()
        .get("n")
        .asLong();
  }

  private static Map<String, Long> byStatus(Transaction tx) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (EquipmentStatus status : EquipmentStatus.values()) {
      long n =
          tx.one(
                  "MATCH (a:Asset) WHERE a.status = $status RETURN count(a) AS n",
                  map("status", status))
              .orElseThrow()
              .get("n")
              .asLong();
      if (n > 0) {
        counts.put(status.name(), n);
      }
    }
    return counts;
  }

  private static List<CategoryCount> byCategory(Transaction tx) {
    return tx.list(
        """
        MATCH (c:Category)<-[:IN_CATEGORY]-(m:AssetModel)
        WITH c, sum(COUNT { (m)<-[:OF_MODEL]-() }) AS n
        WHERE n > 0
        RETURN c.id AS id, c.name AS name, n
        ORDER BY n DESC, name LIMIT $limit
        """,
        Map.of("limit", CATEGORIES),
        row ->
            new CategoryCount(
                row.get("id").asString(), row.get("name").asString(), row.get("n").asLong()));
  }

  private static List<RecentEvent> recent(Transaction tx) {
    return tx.list(
        """
        MATCH (e:Event)
        WHERE e.at IS NOT NULL AND e.id IS NOT NULL
        WITH e ORDER BY e.at DESC LIMIT $scan
        MATCH (e)-[:OF]->(a:Asset)
        RETURN a.id AS id, a.tag AS tag, a.name AS name, e.kind AS kind, e.actorName AS actor,
               e.at AS at
        ORDER BY e.at DESC, e.seq DESC LIMIT $limit
        """,
        Map.of("scan", RECENT * 10, "limit", RECENT),
        Dashboards::event);
  }

  static RecentEvent event(Record row) {
    return new RecentEvent(
        row.get("id").asString(),
        row.get("tag").asString(),
        row.get("name").asString(),
        row.get("kind").asString(),
        row.get("actor").asString(),
        Values.instant(row.get("at")));
  }
}
