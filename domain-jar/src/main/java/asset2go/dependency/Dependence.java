package asset2go.dependency;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.asset.AssetRef;
import asset2go.asset.EquipmentStatus;
import asset2go.dependency.Dependency.Criticality;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.graph.TreeLock;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Rights;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** What needs what: a graph without cycles, and what an outage would take with it. */
@ApplicationScoped
public class Dependence {

  /** How far an outage is followed where the caller does not say. */
  private static final int USUAL_DEPTH = 10;

  private static final int MAX_DEPTH = 50;
  private static final int MAX_ITEMS = 10_000;
  private static final Duration TIME = Duration.ofSeconds(3);
  private static final String USUAL_KIND = "POWER";

  private @Inject Graph graph;
  private @Inject Events events;

  /** What an asset needs and what needs it, as far as the actor sees it. */
  public Dependencies of(Actor actor, String assetId) {
    return graph.read(tx -> of(tx, actor.scope(), assetId));
  }

  private static Dependencies of(Transaction tx, Scope scope, String assetId) {
    one(tx, scope, assetId, "asset");
    return new Dependencies(
        edges(tx, scope, "(a:Asset {id: $id})-[d:DEPENDS_ON]->(b:Asset)", "b", assetId),
        edges(tx, scope, "(b:Asset {id: $id})<-[d:DEPENDS_ON]-(a:Asset)", "a", assetId));
  }

  private static List<Dependency> edges(
      Transaction tx, Scope scope, String pattern, String other, String assetId) {
    return tx.list(
        """
        MATCH %s
        WHERE %s
        RETURN a{.id, .tag, .name, .status} AS a, b{.id, .tag, .name, .status} AS b,
               d.kind AS kind, d.criticality AS criticality
        ORDER BY a.tag, b.tag, kind LIMIT 1000
        """
            .formatted(pattern, scope.asset(other)),
        scope.with("id", assetId),
        row ->
            new Dependency(
                ref(row.get("a")),
                ref(row.get("b")),
                row.get("kind").asString(),
                Criticality.valueOf(row.get("criticality").asString())));
  }

  /** Says that an asset needs another; saying it again only changes how badly. */
  public Dependencies add(Actor actor, String assetId, DependencyDraft draft) {
    Instant now = Instant.now();
    String kind = draft.kind() == null ? USUAL_KIND : draft.kind();
    Criticality criticality = draft.criticality() == null ? Criticality.HIGH : draft.criticality();
    return graph.write(
        tx -> {
          Rights.require(tx, actor, assetId, Duty.KEEP.roles());
          TreeLock.DEPENDENCY.take(tx, TreeLock.ALL_COMPANIES);
          one(tx, actor.scope(), assetId, "asset");
          AssetRef needed =
              find(tx, actor.scope(), draft.dependsOnId())
                  .orElseThrow(
                      () ->
                          new DomainError.Invalid(
                              "dependsOnId",
                              Fault.UNKNOWN,
                              "there is no asset " + draft.dependsOnId()));
          refuseCycle(tx, assetId, needed);
          Record edge =
              tx.one(
                      """
                      MATCH (a:Asset {id: $id}), (b:Asset {id: $needed})
                      SET a.touched = true
                      MERGE (a)-[d:DEPENDS_ON {kind: $kind}]->(b)
                      WITH d, d.criticality AS before
                      SET d.criticality = $criticality
                      RETURN before
                      """,
                      map(
                          "id", assetId,
                          "needed", needed.id(),
                          "kind", kind,
                          "criticality", criticality))
                  .orElseThrow();
          if (edge.get("before").isNull()) {
            record(tx, actor, assetId, "DEPENDENCY_ADDED", now, null, kind + " " + needed.tag());
          }
          return of(tx, actor.scope(), assetId);
        });
  }

  /** Says that an asset no longer needs another; of one kind, or of all. */
  public void remove(Actor actor, String assetId, String neededId, @Nullable String kind) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          remove(tx, actor, assetId, neededId, kind, now);
          return assetId;
        });
  }

  /** The same within a transaction. */
  public void remove(
      Transaction tx,
      Actor actor,
      String assetId,
      String neededId,
      @Nullable String kind,
      Instant now) {
    lock(tx, actor, assetId);
    List<Record> gone =
        tx.rows(
            """
            MATCH (a:Asset {id: $id})-[d:DEPENDS_ON]->(b {id: $needed})
            WHERE ($kind IS NULL OR d.kind = $kind) AND %s
            WITH d, d.kind AS kind, b.tag AS tag
            DELETE d
            RETURN kind, tag
            """
                .formatted(actor.scope().asset("b")),
            actor.scope().with("id", assetId, "needed", neededId, "kind", kind));
    if (gone.isEmpty()) {
      throw new DomainError.NotFound("dependency on", neededId);
    }
    for (Record row : gone) {
      String text = row.get("kind").asString() + " " + row.get("tag").asString();
      record(tx, actor, assetId, "DEPENDENCY_REMOVED", now, text, null);
    }
  }

  /** Says how badly an asset needs another, of which it is known that it does. */
  public void weigh(
      Transaction tx,
      Actor actor,
      String assetId,
      String neededId,
      String kind,
      Criticality criticality,
      Instant now) {
    lock(tx, actor, assetId);
    Record edge =
        tx.one(
                """
                MATCH (a:Asset {id: $id})-[d:DEPENDS_ON {kind: $kind}]->(b {id: $needed})
                WHERE %s
                WITH d, b, d.criticality AS before
                SET d.criticality = $criticality
                RETURN before, b.tag AS tag
                """
                    .formatted(actor.scope().asset("b")),
                actor
                    .scope()
                    .with(
                        "id",
                        assetId,
                        "needed",
                        neededId,
                        "kind",
                        kind,
                        "criticality",
                        criticality.name()))
            .orElseThrow(() -> new DomainError.NotFound("dependency on", neededId));
    String text = kind + " " + edge.get("tag").asString() + " ";
    String before = text + edge.get("before").asString();
    record(tx, actor, assetId, "DEPENDENCY_CHANGED", now, before, text + criticality);
  }

  private static void lock(Transaction tx, Actor actor, String assetId) {
    Rights.require(tx, actor, assetId, Duty.KEEP.roles());
    one(tx, actor.scope(), assetId, "asset");
    tx.run("MATCH (a:Asset {id: $id}) SET a.touched = true", Map.of("id", assetId));
  }

  private void record(
      Transaction tx,
      Actor actor,
      String assetId,
      String kind,
      Instant now,
      @Nullable String before,
      @Nullable String after) {
    List<Change> changes = List.of(new Change("dependsOn", before, after));
    events.append(tx, "Asset", assetId, kind, actor, now, changes);
  }

  /**
   * Refuses what an asset depends on where that has come to depend on the asset: while it lay in
   * the trash nobody looked through it.
   */
  public static void refuseCircles(Transaction tx, String assetId) {
    TreeLock.DEPENDENCY.take(tx, TreeLock.ALL_COMPANIES);
    tx.list(
            """
            MATCH (:Asset {id: $id})-[:DEPENDS_ON]->(b:Asset)
            RETURN DISTINCT b{.id, .tag, .name, .status} AS b LIMIT 1000
            """,
            Map.of("id", assetId),
            row -> ref(row.get("b")))
        .forEach(needed -> refuseCycle(tx, assetId, needed));
  }

  private static void refuseCycle(Transaction tx, String assetId, AssetRef needed) {
    if (assetId.equals(needed.id())) {
      throw new DomainError.Conflict(
          "dependsOnId", Fault.CYCLE, "an asset cannot depend on itself");
    }
    // To the very end: each asset is visited once, so this is bounded however long a chain is.
    Walk down =
        new Walk(tx, Scope.EVERYTHING, "->", needed.id(), Integer.MAX_VALUE, Integer.MAX_VALUE);
    if (down.reached(assetId)) {
      throw new DomainError.Conflict(
          "dependsOnId",
          Fault.CYCLE,
          needed.tag() + " depends on this asset already, directly or through others");
    }
  }

  /**
   * Everything that an outage of an asset would hit, nearest first. What the actor does not see is
   * walked through and counted, but not named.
   */
  public Impact impact(
      Actor actor, String assetId, @Nullable Integer depth, @Nullable Integer limit) {
    int far = Limits.within("depth", depth, USUAL_DEPTH, MAX_DEPTH);
    int most = Limits.within("limit", limit, 1000, MAX_ITEMS);
    return graph.read(
        tx -> {
          AssetRef asset = one(tx, actor.scope(), assetId, "asset");
          Walk up = new Walk(tx, actor.scope(), "<-", assetId, far, MAX_ITEMS);
          up.run();
          List<Impact.Item> items = List.copyOf(up.items());
          List<Impact.Item> shown = items.subList(0, Math.min(most, items.size()));
          return new Impact(
              asset, shown, items.size(), up.others(), up.stopped() || shown.size() < items.size());
        });
  }

  private static AssetRef one(Transaction tx, Scope scope, String id, String what) {
    return find(tx, scope, id).orElseThrow(() -> new DomainError.NotFound(what, id));
  }

  private static java.util.Optional<AssetRef> find(Transaction tx, Scope scope, String id) {
    return tx.one(
            "MATCH (a:Asset {id: $id}) WHERE %s RETURN a{.id, .tag, .name, .status} AS a"
                .formatted(scope.asset("a")),
            scope.with("id", id))
        .map(row -> ref(row.get("a")));
  }

  private static AssetRef ref(Value a) {
    return new AssetRef(
        a.get("id").asString(),
        a.get("tag").asString(),
        a.get("name").asString(),
        EquipmentStatus.valueOf(a.get("status").asString()));
  }

  /**
   * A walk over dependencies, one distance after the other. Each asset is visited once, so that the
   * cost is bounded by the edges there are, not by the number of paths.
   */
  private static final class Walk {

    private final Transaction tx;
    private final Scope scope;
    private final String cypher;
    private final int depth;
    private final int most;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, AssetRef> refs = new LinkedHashMap<>();
    private final List<Impact.Item> items = new ArrayList<>();
    private long others;
    private final long end = System.nanoTime() + TIME.toNanos();
    private boolean stopped;

    Walk(Transaction tx, Scope scope, String direction, String start, int depth, int most) {
      this.tx = tx;
      this.scope = scope;
      this.depth = depth;
      this.most = most;
      boolean up = direction.equals("<-");
      this.cypher =
          """
          UNWIND $ids AS id
          MATCH (x:Asset {id: id})%s[d:DEPENDS_ON]%s(y:Asset)
          RETURN id AS via, y{.id, .tag, .name, .status} AS asset, d.kind AS kind,
                 coalesce(%s, false) AS seen
          ORDER BY y.tag, kind LIMIT $rows
          """
              .formatted(up ? "<-" : "-", up ? "-" : "->", scope.asset("y"));
      seen.add(start);
    }

    void run() {
      List<String> frontier = List.copyOf(seen);
      for (int distance = 1; distance <= depth && !frontier.isEmpty() && !stopped; distance++) {
        frontier = step(frontier, distance);
        stopped |= most != Integer.MAX_VALUE && System.nanoTime() - end > 0;
      }
      stopped = stopped || !frontier.isEmpty() && hasMore(frontier);
    }

    boolean reached(String id) {
      run();
      return seen.contains(id);
    }

    private List<String> step(List<String> frontier, int distance) {
      List<String> next = new ArrayList<>();
      List<Record> rows = tx.rows(cypher, scope.with("ids", frontier, "rows", rows()));
      stopped |= rows.size() == rows();
      for (Record row : rows) {
        AssetRef asset = ref(row.get("asset"));
        if (items.size() + others >= most) {
          stopped = true;
          return List.of();
        }
        if (!seen.add(asset.id())) {
          continue;
        }
        next.add(asset.id());
        if (row.get("seen").asBoolean()) {
          AssetRef via = refs.get(row.get("via").asString());
          items.add(new Impact.Item(asset, distance, via, row.get("kind").asString()));
          refs.put(asset.id(), asset);
        } else {
          others++;
        }
      }
      return next;
    }

    private boolean hasMore(List<String> frontier) {
      return tx.rows(cypher, scope.with("ids", frontier, "rows", rows())).stream()
          .anyMatch(
              row -> !seen.contains(Objects.requireNonNull(row.get("asset").get("id").asString())));
    }

    /** How many dependencies are read at a time: the same thing may be found on many ways. */
    private long rows() {
      return 5L * most;
    }

    List<Impact.Item> items() {
      return items;
    }

    long others() {
      return others;
    }

    boolean stopped() {
      return stopped;
    }
  }
}
