package asset2go.asset;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.catalogue.CustomValues;
import asset2go.catalogue.FieldSet;
import asset2go.dependency.Dependence;
import asset2go.event.Events;
import asset2go.graph.ConstraintViolated;
import asset2go.graph.Graph;
import asset2go.graph.Keyset;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.graph.TreeLock;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.page.Page;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.right.Rights;
import asset2go.right.Scope;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * What was deleted, and taking it out again. While something lies here the world goes on: its tag
 * may be taken, its place removed, its container moved. Taking it out comes to terms with that, or
 * says what is in the way.
 */
@ApplicationScoped
public class Trash {

  private @Inject Graph graph;
  private @Inject Events events;

  /** The latest first. */
  public Page<TrashedAsset> list(
      Actor actor, @Nullable String q, @Nullable Integer limit, @Nullable String after) {
    int most = Limits.page(limit);
    Keyset from = after == null ? null : Keyset.parse(after);
    Scope scope = actor.scope();
    List<Record> rows =
        graph.read(
            tx ->
                tx.rows(
                    """
                    MATCH (t:TrashedAsset)
                    WHERE t.trashedAt <= $at AND t.id IS NOT NULL
                      AND (t.trashedAt < $at OR t.id < $id)
                      AND ($q IS NULL OR t.searchText CONTAINS $q) AND %s
                    WITH t ORDER BY t.trashedAt DESC, t.id DESC LIMIT $limit
                    RETURN t{.id, .tag, .name, .serial, .trashedAt, .trashedById, .trashedByName,
                             .version, .companyId} AS asset,
                           COLLECT { MATCH (c:Company {id: t.companyId}) RETURN c.name }[0]
                             AS company,
                           [(t)-[:OF_MODEL]->(m) | m{.id, .name}][0] AS model,
                           COLLECT { MATCH (l:Location {id: t.rootLocationId})
                                     RETURN l{.id, .name} }[0] AS location
                    """
                        .formatted(scope.asset("t")),
                    scope.with(
                        "at",
                        from == null ? Instant.now() : moment(from.key()),
                        "id",
                        from == null ? "~" : from.id(),
                        "q",
                        Folding.sought(q),
                        "limit",
                        most + 1)));
    List<TrashedAsset> items = rows.stream().limit(most).map(Trash::of).toList();
    return new Page<>(items, rows.size() > most ? cursor(items.get(most - 1)) : null, null);
  }

  private static String cursor(TrashedAsset last) {
    return new Keyset(last.trashedAt().toString(), last.id()).cursor();
  }

  private static Instant moment(String key) {
    try {
      return Instant.parse(key);
    } catch (DateTimeParseException e) {
      throw new DomainError.Malformed("after", "is not a cursor of this list");
    }
  }

  private static TrashedAsset of(Record row) {
    Value a = row.get("asset");
    String by = Values.text(a.get("trashedById"));
    return new TrashedAsset(
        a.get("id").asString(),
        a.get("tag").asString(),
        a.get("name").asString(),
        Values.text(a.get("serial")),
        new Ref(a.get("companyId").asString(), row.get("company").asString("?")),
        Values.ref(row.get("model")),
        Values.ref(row.get("location")),
        Values.instant(a.get("trashedAt")),
        by == null ? null : new Ref(by, a.get("trashedByName").asString()),
        a.get("version").asLong());
  }

  /**
   * Takes an asset out.
   *
   * @param expected the version that the caller saw; null for whatever is there
   * @throws DomainError.Conflict where its tag or a unique value is another's, or where it would
   *     close a circle of dependencies
   */
  public Asset restore(Actor actor, String id, @Nullable Long expected) {
    Instant now = Instant.now();
    try {
      return graph.write(tx -> restore(tx, actor, id, expected, now));
    } catch (ConstraintViolated e) {
      throw Assets.taken(e, null);
    }
  }

  /** The same within a transaction. */
  public Asset restore(
      Transaction tx, Actor actor, String id, @Nullable Long expected, Instant now) {
    long version = lock(tx, actor, id);
    if (expected != null && expected != version) {
      throw new DomainError.Stale("asset");
    }
    tx.run(
        """
        MATCH (a:TrashedAsset {id: $id})
        REMOVE a:TrashedAsset, a.trashedAt, a.trashedById, a.trashedByName
        SET a:Asset, a.version = a.version + 1, a.updatedAt = $now
        WITH a
        WHERE NOT EXISTS { (a)-[:OF_MODEL]->(:AssetModel) }
        REMOVE a.modelId
        """,
        map("id", id, "now", now));
    Rights.require(tx, actor, id, Duty.KEEP.roles());
    claim(tx, id);
    Dependence.refuseCircles(tx, id);
    events.append(tx, "Asset", id, "RESTORED", actor, now, place(tx, id, now));
    return AssetView.shown(tx, actor, id);
  }

  /** What may not be seen in the trash is not there; what is not in the trash is told apart. */
  private static long lock(Transaction tx, Actor actor, String id) {
    Scope scope = actor.scope();
    tx.run("MATCH (t:TrashedAsset {id: $id}) SET t.touched = true", Map.of("id", id));
    return tx.one(
            "MATCH (t:TrashedAsset {id: $id}) WHERE %s RETURN t.version AS version"
                .formatted(scope.asset("t")),
            scope.with("id", id))
        .map(row -> row.get("version").asLong())
        .orElseThrow(
            () ->
                Rights.seen(tx, actor, "Asset", List.of(id)).isEmpty()
                    ? new DomainError.NotFound("asset in the trash", id)
                    : new DomainError.Conflict("The asset is not in the trash."));
  }

  /** Unique values were given back when it went. */
  private static void claim(Transaction tx, String id) {
    Asset asset = AssetView.one(tx, id);
    FieldSet has = asset.definitions() == null ? FieldSet.NONE : new FieldSet(asset.definitions());
    CustomValues.of(
            new CustomValues.Wish(
                FieldSet.NONE, null, has, has, known(has, asset.fields()), true, false))
        .claim(tx, id);
  }

  private static @Nullable Map<String, @Nullable Object> known(
      FieldSet has, @Nullable Map<String, Object> values) {
    if (values == null) {
      return null;
    }
    Map<String, @Nullable Object> known = new java.util.LinkedHashMap<>(values);
    known.keySet().removeIf(field -> has.byId(field).isEmpty());
    return known;
  }

  /** Where it was, if that is still there; else where its container was, or nowhere. */
  private static List<Change> place(Transaction tx, String id, Instant now) {
    String company =
        tx.one("MATCH (a:Asset {id: $id}) RETURN a.companyId AS company", Map.of("id", id))
            .orElseThrow()
            .get("company")
            .asString();
    TreeLock.CONTAINMENT.take(tx, company);
    Record was =
        tx.one(
                """
                MATCH (a:Asset {id: $id})
                RETURN [(a)-[:LOCATED_AT]->(l:Location) | l.id][0] AS location,
                       [(a)-[:CONTAINED_IN]->(c:Asset) | c{.id, .rootLocationId}][0] AS container,
                       [(a)-[:CONTAINED_IN]->(c) | c.id][0] AS former,
                       COLLECT { MATCH (l:Location {id: a.rootLocationId}) RETURN l.id }[0] AS root
                """,
                Map.of("id", id))
            .orElseThrow();
    String location = Values.text(was.get("location"));
    Value container = was.get("container");
    if (location != null) {
      return List.of();
    }
    String containerId = container.isNull() ? null : container.get("id").asString();
    String former = Values.text(was.get("former"));
    String place = containerId == null ? Values.text(was.get("root")) : null;
    Placements.put(tx, id, company, place, containerId, now);
    List<Change> changes = new ArrayList<>();
    if (!Objects.equals(former, containerId)) {
      changes.add(new Change("containerId", former, null));
      if (place != null) {
        changes.add(new Change("locationId", null, place));
      }
    }
    return changes;
  }
}
