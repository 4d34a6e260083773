package asset2go.dashboard;

import asset2go.asset.EquipmentStatus;
import asset2go.dashboard.Dashboard.CategoryCount;
import asset2go.dashboard.Dashboard.RecentEvent;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.importing.ImportRun;
import asset2go.page.Page;
import asset2go.people.PeopleSight;
import asset2go.right.Scope;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures for somebody whose rights are over a part. No count store knows these, so each is
 * counted, up to a little above {@link Page#COUNT_LIMIT}. Where the part holds few assets, they are
 * read; where it holds many, they are soon met wherever one looks.
 */
final class PartFigures {

  private static final long MOST = Page.COUNT_LIMIT + 1;

  private final Transaction tx;
  private final Actor actor;
  private final Scope scope;

  private PartFigures(Transaction tx, Actor actor) {
    this.tx = tx;
    this.actor = actor;
    this.scope = actor.scope();
  }

  static Dashboard of(Transaction tx, Actor actor, List<ImportRun> imports) {
    PartFigures figures = new PartFigures(tx, actor);
    return new Dashboard(
        figures.assets(),
        figures.count("MATCH (n:Location) WHERE " + figures.scope.location("n"), Map.of()),
        figures.people(),
        figures.overdue(),
        UpkeepFigures.of(tx, actor),
        figures.byStatus(),
        figures.byCategory(),
        figures.recent(),
        imports);
  }

  private long assets() {
    return count(scope.source("n") + " WHERE " + scope.asset("n"), Map.of());
  }

  private long people() {
    return count(
        "MATCH (n:Person) WHERE " + PeopleSight.person(actor, "n"),
        Map.of("scopeSelf", actor.id()));
  }

  private long overdue() {
    return count(
        "MATCH (n:Asset) WHERE n.due < $today AND " + scope.asset("n"),
        Map.of("today", LocalDate.now(ZoneOffset.UTC)));
  }

  private Map<String, Long> byStatus() {
    Map<String, Long> counts = new LinkedHashMap<>();
    if (scope.isFew()) {
      Map<String, Long> found = new LinkedHashMap<>();
      tx.rows(
              scope.source("a")
                  + " WHERE %s RETURN a.status AS status, count(a) AS n"
                      .formatted(scope.asset("a")),
              scope.parameters())
          .forEach(row -> found.put(row.get("status").asString(), row.get("n").asLong()));
      for (EquipmentStatus status : EquipmentStatus.values()) {
        put(counts, status.name(), found.getOrDefault(status.name(), 0L));
      }
      return counts;
    }
    for (EquipmentStatus status : EquipmentStatus.values()) {
      String name = status.name();
      put(
          counts,
          name,
          count(
              "MATCH (n:Asset) WHERE n.status = $status AND " + scope.asset("n"),
              Map.of("status", name)));
    }
    return counts;
  }

  private static void put(Map<String, Long> counts, String status, long n) {
    if (n > 0) {
      counts.put(status, n);
    }
  }

  private List<CategoryCount> byCategory() {
    String counted =
        scope.isFew()
            ? scope.source("a")
                + """
                WHERE %s AND a.modelId IS NOT NULL
                WITH a.modelId AS modelId, count(a) AS some
                MATCH (:AssetModel {id: modelId})-[:IN_CATEGORY]->(c:Category)
                WITH c, sum(some) AS n
                """
            : """
            MATCH (c:Category)
            CALL (c) {
              MATCH (c)<-[:IN_CATEGORY]-(:AssetModel)<-[:OF_MODEL]-(a:Asset)
              WHERE %s
              WITH a LIMIT $most
              RETURN count(a) AS n
            }
            WITH c, n WHERE n > 0
            """;
    return tx.list(
        counted.formatted(scope.asset("a"))
            + """
            RETURN c.id AS id, c.name AS name, n
            ORDER BY n DESC, name LIMIT $limit
            """,
        scope.with("most", MOST, "limit", Dashboards.CATEGORIES),
        row ->
            new CategoryCount(
                row.get("id").asString(), row.get("name").asString(), row.get("n").asLong()));
  }

  /** The last event of each of the assets that changed last; or the last events of all, if many. */
  private List<RecentEvent> recent() {
    String source =
        scope.isFew()
            ? scope.source("a")
                + """
                WHERE %s
                WITH a ORDER BY a.updatedAt DESC LIMIT $limit
                MATCH (e:Event {subjectId: a.id, seq: a.eventSeq})
                """
            : """
            MATCH (e:Event)
            WHERE e.at IS NOT NULL AND e.id IS NOT NULL
            WITH e ORDER BY e.at DESC LIMIT $scan
            MATCH (e)-[:OF]->(a:Asset)
            WHERE %s
            """;
    return tx.list(
        source.formatted(scope.asset("a"))
            + """
            RETURN a.id AS id, a.tag AS tag, a.name AS name, e.kind AS kind, e.actorName AS actor,
                   e.at AS at
            ORDER BY e.at DESC, e.seq DESC LIMIT $limit
            """,
        scope.with("scan", Dashboards.RECENT * 100, "limit", Dashboards.RECENT),
        Dashboards::event);
  }

  private long count(String source, Map<String, ?> more) {
    Map<String, @Nullable Object> parameters = scope.with("most", MOST);
    parameters.putAll(more);
    return tx.one(source + " WITH n LIMIT $most RETURN count(n) AS n", parameters)
        .orElseThrow()
        .get("n")
        .asLong();
  }
}
