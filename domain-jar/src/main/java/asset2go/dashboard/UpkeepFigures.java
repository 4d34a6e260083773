package asset2go.dashboard;

import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.page.Page;
import asset2go.right.Scope;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be done about the assets that somebody sees, up to a little more than is counted. */
final class UpkeepFigures {

  private static final long MOST = Page.COUNT_LIMIT + 1;

  private final Transaction tx;
  private final Scope scope;

  private UpkeepFigures(Transaction tx, Scope scope) {
    this.tx = tx;
    this.scope = scope;
  }

  static Dashboard.Upkeep of(Transaction tx, Actor actor) {
    Scope hands = actor.scope().where(Duty.HANDLE.roles());
    UpkeepFigures figures = new UpkeepFigures(tx, actor.scope());
    return new Dashboard.Upkeep(
        figures.orders("n.active = true"),
        figures.orders("n.active = true AND n.due < $today"),
        figures.count("MATCH (n:Asset) WHERE n.calibratedUntil < $today AND %s", "n"),
        new UpkeepFigures(tx, hands)
            .count("MATCH (n:FaultReport)-[:ABOUT]->(a:Asset) WHERE n.state = 'NEW' AND %s", "a"));
  }

  private long orders(String condition) {
    return scope.isFew()
        ? count(
            scope.source("a") + "MATCH (n:WorkOrder)-[:FOR]->(a) WHERE " + condition + " AND %s",
            "a")
        : count("MATCH (n:WorkOrder)-[:FOR]->(a:Asset) WHERE " + condition + " AND %s", "a");
  }

  private long count(String source, String asset) {
    Map<String, @Nullable Object> parameters =
        scope.with("today", LocalDate.now(ZoneOffset.UTC), "most", MOST);
    return tx.one(
            source.formatted(scope.asset(asset)) + " WITH n LIMIT $most RETURN count(n) AS n",
            parameters)
        .orElseThrow()
        .get("n")
        .asLong();
  }
}
