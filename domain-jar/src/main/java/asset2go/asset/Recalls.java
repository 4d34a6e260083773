package asset2go.asset;

import asset2go.asset.Recall.Item;
import asset2go.asset.Recall.Relation;
import asset2go.graph.Graph;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** What a fault of a batch concerns. */
@ApplicationScoped
public class Recalls {

  private static final int USUAL_DEPTH = 10;
  private static final int MAX_DEPTH = 50;
  private static final int USUAL_ITEMS = 1000;
  private static final int MAX_ITEMS = 10_000;

  /** How many edges are read at a time: the same thing may be found on many ways. */
  private static final int MAX_ROWS = 5 * MAX_ITEMS;

  private static final Duration TIME = Duration.ofSeconds(3);

  private @Inject Graph graph;

  /** Everything that is of a batch, contains something of it, or depends on it, nearest first. */
  public Recall of(Actor actor, String batchId, @Nullable Integer depth, @Nullable Integer limit) {
    int far = Limits.within("depth", depth, USUAL_DEPTH, MAX_DEPTH);
    int most = Limits.within("limit", limit, USUAL_ITEMS, MAX_ITEMS);
    return graph.read(
        tx -> {
          Ref batch =
              tx.one("MATCH (b:Batch {id: $id}) RETURN b{.id, .name} AS b", Map.of("id", batchId))
                  .map(row -> Values.ref(row.get("b")))
                  .orElseThrow(() -> new DomainError.NotFound("batch", batchId));
          Walk walk = new Walk(tx, actor.scope(), batchId);
          walk.run(far);
          List<Found> seen = walk.found().stream().filter(Found::seen).toList();
          List<Found> shown = seen.stream().limit(most).toList();
          return new Recall(
              batch,
              items(tx, actor.scope(), shown),
              seen.size(),
              walk.found().size() - seen.size(),
              walk.stopped() || shown.size() < seen.size());
        });
  }

  private static List<Item> items(Transaction tx, Scope scope, List<Found> found) {
    Map<String, Record> whereabouts = new HashMap<>();
    tx.rows(
            """
            UNWIND $ids AS id
            MATCH (a:Asset {id: id})
            RETURN id, [(a)-[:HELD_BY]->(h) WHERE %s | h{.id, .name, labels: labels(h)}][0] AS holder,
                   COLLECT {
                     MATCH (l:Location {id: a.rootLocationId}) RETURN l{.id, .name}
                   }[0] AS location
            """
                .formatted(AssetView.holderSeen(scope)),
            scope.with("ids", found.stream().map(one -> one.asset().id()).toList()))
        .forEach(row -> whereabouts.put(row.get("id").asString(), row));
    return found.stream()
        .map(
            one -> {
              Record row = whereabouts.get(one.asset().id());
              return new Item(
                  one.asset(),
                  one.relation(),
                  one.distance(),
                  one.path(),
                  row == null ? null : AssetView.holder(row.get("holder")),
                  row == null ? null : Values.ref(row.get("location")));
            })
        .toList();
  }

  /**
   * Something that was found.
   *
   * @param via what it was found from, null for what is of the batch
   * @param seen whether it may be named
   */
  private record Found(
      AssetRef asset, Relation relation, int distance, @Nullable Found via, boolean seen) {

    List<AssetRef> path() {
      List<AssetRef> path = new ArrayList<>();
      for (Found at = this; at != null; at = at.via()) {
        if (at.seen()) {
          path.add(0, at.asset());
        }
      }
      return path;
    }
  }

  /**
   * A walk up containers and dependencies, one distance after the other. Each asset is visited
   * once, so that the cost is bounded by the edges there are, not by the number of paths. What is
   * out of sight is walked through.
   */
  private static final class Walk {

    private final Transaction tx;
    private final Scope scope;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private boolean stopped;

    Walk(Transaction tx, Scope scope, String batchId) {
      this.tx = tx;
      this.scope = scope;
      List<Record> rows =
          tx.rows(
              """
              MATCH (:Batch {id: $id})<-[:FROM_BATCH]-(a:Asset)
              RETURN a{.id, .tag, .name, .status} AS asset, coalesce(%s, false) AS seen
              ORDER BY a.tag, a.id LIMIT $limit
              """
                  .formatted(scope.asset("a")),
              scope.with("id", batchId, "limit", MAX_ITEMS + 1));
      rows.forEach(row -> add(row, Relation.OF_BATCH, 0, null));
    }

    void run(int depth) {
      List<String> frontier = List.copyOf(found.keySet());
      long end = System.nanoTime() + TIME.toNanos();
      for (int distance = 1; distance <= depth && !frontier.isEmpty() && !stopped; distance++) {
        List<String> next = new ArrayList<>();
        step(frontier, "-[:CONTAINED_IN]->", Relation.CONTAINS, distance, next);
        step(frontier, "<-[:DEPENDS_ON]-", Relation.DEPENDS_ON, distance, next);
        frontier = next;
        stopped |= System.nanoTime() - end > 0;
      }
      // What lies at the very end may go on: to look would be another step.
      stopped |= !frontier.isEmpty();
    }

    private void step(
        List<String> frontier, String edge, Relation relation, int distance, List<String> next) {
      List<Record> rows =
          tx.rows(
              """
              UNWIND $ids AS id
              MATCH (:Asset {id: id})%s(y:Asset)
              RETURN id AS via, y{.id, .tag, .name, .status} AS asset,
                     coalesce(%s, false) AS seen
              ORDER BY y.tag, y.id, id LIMIT $rows
              """
                  .formatted(edge, scope.asset("y")),
              scope.with("ids", frontier, "rows", MAX_ROWS));
      stopped |= rows.size() == MAX_ROWS;
      rows.forEach(
          row -> {
            if (add(row, relation, distance, found.get(row.get("via").asString()))) {
              next.add(row.get("asset").get("id").asString());
            }
          });
    }

    private boolean add(Record row, Relation relation, int distance, @Nullable Found via) {
      AssetRef asset = AssetView.assetRef(row.get("asset"));
      if (found.containsKey(asset.id())) {
        return false;
      }
      if (found.size() >= MAX_ITEMS) {
        stopped = true;
        return false;
      }
      found.put(asset.id(), new Found(asset, relation, distance, via, row.get("seen").asBoolean()));
      return true;
    }

    List<Found> found() {
      return List.copyOf(found.values());
    }

    boolean stopped() {
      return stopped;
    }
  }
}
