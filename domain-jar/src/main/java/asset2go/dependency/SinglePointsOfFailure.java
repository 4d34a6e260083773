package asset2go.dependency;

import static java.util.Comparator.comparingInt;

import asset2go.asset.AssetRef;
import asset2go.asset.AssetView;
import asset2go.dependency.Dependency.Criticality;
import asset2go.dependency.DependencyWeb.Fall;
import asset2go.graph.Graph;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.location.LocationTree;
import asset2go.page.Cut;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * What much hangs on. The dependencies are read once, up to {@value #MOST}, and followed in memory:
 * to ask the database of each asset in turn would read most of them as often as they are deep.
 * Whatever lies between two things is followed, also what the actor may not see; only what they see
 * is listed and counted.
 */
@ApplicationScoped
public class SinglePointsOfFailure {

  /** The most dependencies that are looked at. */
  private static final int MOST = 50_000;

  private static final int MAX_DEPTH = 50;
  private static final Duration TIME = Duration.ofSeconds(3);

  private @Inject Graph graph;

  /**
   * @param locationId only what stands there or below counts; null for everything
   */
  public SinglePoints of(Actor actor, @Nullable String locationId, @Nullable Integer limit) {
    int most = Limits.page(limit);
    long end = System.nanoTime() + TIME.toNanos();
    String place = locationId == null || locationId.isBlank() ? null : locationId.strip();
    return graph.read(
        tx -> {
          Reading reading = new Reading(tx, actor.scope());
          if (place != null) {
            reading.from(
                "MATCH (a:Asset) WHERE a.rootLocationId IN $places AND ",
                Map.of("places", LocationTree.subtree(tx, actor.scope(), place)));
          } else if (actor.scope().isEverything()) {
            reading.all();
          } else {
            reading.from(actor.scope().source("a") + " WHERE ", Map.of());
          }
          return rank(tx, reading, most, end);
        });
  }

  private static SinglePoints rank(Transaction tx, Reading reading, int most, long end) {
    List<Fall> falls = new ArrayList<>();
    Cut cut = reading.cut;
    for (String id : reading.web.candidates()) {
      if (System.nanoTime() - end > 0) {
        cut = Cut.TIME;
        break;
      }
      if (!reading.seen.contains(id)) {
        continue;
      }
      Fall fall = reading.web.fall(id, () -> System.nanoTime() - end > 0);
      if (fall.stops() + fall.weakens() > 0) {
        falls.add(fall);
      }
    }
    List<Fall> worst =
        falls.stream()
            .sorted(
                comparingInt(Fall::stops)
                    .thenComparingInt(Fall::weakens)
                    .reversed()
                    .thenComparing(Fall::id))
            .limit(most)
            .toList();
    Map<String, AssetRef> refs = refs(tx, worst.stream().map(Fall::id).toList());
    List<SinglePoints.Item> items =
        worst.stream()
            .filter(fall -> refs.containsKey(fall.id()))
            .map(
                fall ->
                    new SinglePoints.Item(
                        Objects.requireNonNull(refs.get(fall.id())), fall.stops(), fall.weakens()))
            .toList();
    return new SinglePoints(items, falls.size(), reading.web.size(), cut);
  }

  private static Map<String, AssetRef> refs(Transaction tx, List<String> ids) {
    Map<String, AssetRef> refs = new HashMap<>();
    tx.rows(
            """
            UNWIND $ids AS id
            MATCH (a:Asset {id: id})
            RETURN a{.id, .tag, .name, .status} AS a
            """,
            Map.of("ids", ids))
        .forEach(
            row -> refs.put(row.get("a").get("id").asString(), AssetView.assetRef(row.get("a"))));
    return refs;
  }

  /** Reads the dependencies that matter. */
  private static final class Reading {

    private final Transaction tx;
    private final Scope scope;
    private final DependencyWeb web = new DependencyWeb();

    /** What may be named. */
    private final Set<String> seen = new HashSet<>();

    private @Nullable Cut cut;

    Reading(Transaction tx, Scope scope) {
      this.tx = tx;
      this.scope = scope;
    }

    /** All that there are. */
    void all() {
      List<Record> rows =
          tx.rows(
              """
              MATCH (a)-[d:DEPENDS_ON]->(b)
              WHERE a:Asset AND b:Asset
              RETURN a.id AS a, b.id AS b, d.kind AS kind, d.criticality AS criticality,
                     true AS seen
              LIMIT $limit
              """,
              Map.of("limit", MOST + 1));
      cutAt(rows);
      rows.stream().limit(MOST).forEach(row -> add(row, true));
      seen.addAll(rows.stream().map(row -> row.get("a").asString()).toList());
    }

    /** Those of some assets, and what they need in turn. */
    void from(String source, Map<String, ?> parameters) {
      Map<String, @Nullable Object> all = scope.with("limit", MOST + 1);
      all.putAll(parameters);
      List<String> starts =
          tx.list(
              """
              %s %s AND EXISTS { (a)-[:DEPENDS_ON]->() }
              WITH a LIMIT $limit
              RETURN a.id AS id
              """
                  .formatted(source, scope.asset("a")),
              all,
              row -> row.get("id").asString());
      if (starts.size() > MOST) {
        cut = Cut.SIZE;
      }
      starts.forEach(id -> web.asset(id, true));
      seen.addAll(starts);
      List<String> frontier = starts;
      for (int depth = 0; depth < MAX_DEPTH && !frontier.isEmpty() && cut == null; depth++) {
        frontier = step(frontier);
      }
      if (!frontier.isEmpty() && cut == null) {
        cut = Cut.DEPTH;
      }
    }

    private List<String> step(List<String> frontier) {
      int left = MOST - web.size();
      List<Record> rows =
          tx.rows(
              """
              UNWIND $ids AS id
              MATCH (:Asset {id: id})-[d:DEPENDS_ON]->(b:Asset)
              RETURN id AS a, b.id AS b, d.kind AS kind, d.criticality AS criticality,
                     coalesce(%s, false) AS seen
              LIMIT $limit
              """
                  .formatted(scope.asset("b")),
              scope.with("ids", frontier, "limit", left + 1));
      if (rows.size() > left) {
        cut = Cut.SIZE;
      }
      List<String> next = new ArrayList<>();
      for (Record row : rows.subList(0, Math.min(left, rows.size()))) {
        String needed = row.get("b").asString();
        if (!web.has(needed)) {
          next.add(needed);
        }
        add(row, false);
      }
      return next;
    }

    private void cutAt(List<Record> rows) {
      if (rows.size() > MOST) {
        cut = Cut.SIZE;
      }
    }

    private void add(Record row, boolean counted) {
      String asset = row.get("a").asString();
      String needed = row.get("b").asString();
      web.asset(asset, counted);
      web.asset(needed, counted);
      if (row.get("seen").asBoolean()) {
        seen.add(needed);
      }
      web.need(
          asset,
          needed,
          row.get("kind").asString(),
          Criticality.valueOf(row.get("criticality").asString()));
    }
  }
}
