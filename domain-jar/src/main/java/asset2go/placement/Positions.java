package asset2go.placement;

import asset2go.asset.AssetRef;
import asset2go.asset.AssetView;
import asset2go.graph.Graph;
import asset2go.graph.Moment;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.placement.Position.Step;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Where an asset was at a moment: what it stood in then, what that stood in then, and so on out to
 * the outermost place. Each step is one look into the index of placements.
 */
@ApplicationScoped
public class Positions {

  /** As deep as assets may stand in one another, and locations in one another. */
  private static final int MAX_STEPS = 20 + 30;

  private @Inject Graph graph;

  /**
   * @param on a day or a moment; null for now
   */
  public Position of(Actor actor, String assetId, @Nullable String on) {
    Instant now = Instant.now();
    Instant at = on == null || on.isBlank() ? now : last(Moment.parse("on", on.strip()), now);
    Scope scope = actor.scope();
    return graph.read(
        tx -> {
          AssetRef asset = one(tx, scope, assetId);
          Deque<Step> path = new ArrayDeque<>();
          String inside = assetId;
          for (int steps = 0; inside != null && steps < MAX_STEPS; steps++) {
            inside = step(tx, scope, inside, at, path);
          }
          return new Position(asset, at, List.copyOf(path), inside != null);
        });
  }

  private static Instant last(Moment moment, Instant now) {
    Instant last = moment.end().minusNanos(1);
    return last.isAfter(now) ? now : last;
  }

  /** One step out; the id of what it led to, null where it stood in nothing. */
  private static @Nullable String step(
      Transaction tx, Scope scope, String inside, Instant at, Deque<Step> path) {
    Record row =
        tx.one(
                """
                MATCH (p:Placement)
                WHERE p.subjectId = $inside AND p.from <= $at AND p.id IS NOT NULL
                  AND (p.to IS NULL OR p.to > $at)
                WITH p ORDER BY p.subjectId DESC, p.from DESC, p.id DESC LIMIT 1
                MATCH (p)-[:IN]->(x)
                RETURN x.id AS next, p.from AS from, p.to AS to, %s AS place
                """
                    .formatted(Places.column(scope)),
                scope.with("inside", inside, "at", at))
            .orElse(null);
    if (row == null) {
      return null;
    }
    Place place = Places.of(row.get("place"));
    if (place != Place.BEYOND) {
      Instant from = Values.instant(row.get("from"));
      path.addFirst(new Step(place, from, Values.instantOrNull(row.get("to"))));
    } else if (path.isEmpty() || path.getFirst().place() != Place.BEYOND) {
      path.addFirst(new Step(Place.BEYOND, null, null));
    }
    return row.get("next").asString();
  }

  /** An asset that may be seen; also one in the trash has its history. */
  static AssetRef one(Transaction tx, Scope scope, String id) {
    return tx.one(
            """
            OPTIONAL MATCH (a:Asset {id: $id})
            OPTIONAL MATCH (t:TrashedAsset {id: $id})
            WITH coalesce(a, t) AS a
            WHERE a IS NOT NULL AND %s
            RETURN a{.id, .tag, .name, .status} AS a
            """
                .formatted(scope.asset("a")),
            scope.with("id", id))
        .map(row -> AssetView.assetRef(row.get("a")))
        .orElseThrow(() -> new DomainError.NotFound("asset", id));
  }
}
