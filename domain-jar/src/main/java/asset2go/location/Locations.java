package asset2go.location;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.catalogue.Companies;
import asset2go.event.Events;
import asset2go.graph.ConstraintViolated;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.graph.TreeLock;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.page.Page;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.problem.Problem.FieldError;
import asset2go.right.Grants;
import asset2go.right.Rights;
import asset2go.right.Scope;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** The tree of places, of one company each. */
@ApplicationScoped
public class Locations {

  private @Inject Graph graph;
  private @Inject Companies companies;
  private @Inject Events events;

  /** A page by name; {@code parent} is an id, {@code root}, or null for all. */
  public Page<Location> list(
      Actor actor,
      @Nullable String q,
      @Nullable String parent,
      @Nullable Integer limit,
      @Nullable String after) {
    Slice slice = Slice.of(limit, after);
    Scope scope = actor.scope();
    Map<String, @Nullable Object> parameters =
        slice.parameters("q", Folding.sought(q), "parent", parent);
    parameters.putAll(scope.parameters());
    List<Record> rows =
        graph.read(
            tx ->
                tx.rows(
                    """
                    MATCH (l:Location)
                    WHERE %s AND ($q IS NULL OR l.searchText CONTAINS $q)
                      AND ($parent IS NULL
                           OR $parent = 'root' AND NOT (l)-[:WITHIN]->()
                           OR EXISTS { (l)-[:WITHIN]->({id: $parent}) })
                      AND ($key IS NULL OR l.nameKey > $key OR (l.nameKey = $key AND l.id > $id))
                    WITH l ORDER BY l.nameKey, l.id LIMIT $limit
                    RETURN l.nameKey AS key, l.id AS id, %s
                    """
                        .formatted(scope.location("l"), LocationView.columns(scope)),
                    parameters));
    return slice.page(rows, row -> LocationView.of(row, null));
  }

  public Location get(Actor actor, String id) {
    return graph.read(tx -> LocationView.one(tx, actor.scope(), id));
  }

  public Location create(Actor actor, LocationDraft draft) {
    String id = Ids.next();
    Instant now = Instant.now();
    try {
      return graph.write(
          tx -> {
            Rights.requireSeen(tx, actor, "Location", draft.parentId(), "parentId");
            String companyId = companies.resolve(tx, draft.companyId());
            if (draft.parentId() != null) {
              TreeLock.LOCATION.take(tx, companyId);
            }
            String code = draft.code() == null ? codeFrom(draft.name(), id) : draft.code().strip();
            tx.run(
                """
                CREATE (:Location {id: $id, companyId: $companyId, version: 1, createdAt: $now,
                                   updatedAt: $now, code: $code, name: $name, nameKey: $nameKey,
                                   kind: $kind, searchText: $searchText})
                """,
                properties(id, companyId, code, draft, now));
            if (draft.parentId() != null) {
              LocationTree.put(tx, id, companyId, draft.parentId(), now);
            }
            Rights.requireStillAt(tx, actor, id, Duty.KEEP.roles());
            events.append(tx, "Location", id, "CREATED", actor, now, changes(null, draft, code));
            return LocationView.one(tx, id);
          });
    } catch (ConstraintViolated e) {
      throw codeTaken();
    }
  }

  public Location change(
      Actor actor, String id, @Nullable Long expected, UnaryOperator<LocationDraft> change) {
    Instant now = Instant.now();
    try {
      return graph.write(tx -> change(tx, actor, id, expected, change, now));
    } catch (ConstraintViolated e) {
      throw codeTaken();
    }
  }

  /** The same within a transaction. */
  public Location change(
      Transaction tx,
      Actor actor,
      String id,
      @Nullable Long expected,
      UnaryOperator<LocationDraft> change,
      Instant now) {
    Rights.requireAt(tx, actor, id, Duty.KEEP.roles());
    Location old = lock(tx, id, expected);
    LocationDraft before = draft(old);
    LocationDraft after = change.apply(before);
    String code = after.code() == null ? old.code() : after.code().strip();
    List<Change> changes = changes(before, after, code);
    if (changes.isEmpty()) {
      return old;
    }
    tx.run(
        """
        MATCH (l:Location {id: $id})
        SET l.code = $code, l.name = $name, l.nameKey = $nameKey, l.kind = $kind,
            l.searchText = $searchText, l.updatedAt = $now, l.version = l.version + 1
        """,
        properties(id, old.company().id(), code, after, now));
    if (!Objects.equals(before.parentId(), after.parentId())) {
      Rights.requireSeen(tx, actor, "Location", after.parentId(), "parentId");
      TreeLock.LOCATION.take(tx, old.company().id());
      LocationTree.put(tx, id, old.company().id(), after.parentId(), now);
    }
    Rights.requireStillAt(tx, actor, id, Duty.KEEP.roles());
    events.append(tx, "Location", id, "CHANGED", actor, now, changes);
    return LocationView.one(tx, id);
  }

  /** Removes a location in which nothing is. */
  public void delete(Actor actor, String id, @Nullable Long expected) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          delete(tx, actor, id, expected, Set.of(), now);
          return id;
        });
  }

  /**
   * The same within a transaction.
   *
   * @param leaving ids of locations within it that are taken for gone, where it is only tried
   */
  public void delete(
      Transaction tx,
      Actor actor,
      String id,
      @Nullable Long expected,
      Set<String> leaving,
      Instant now) {
    Rights.requireAt(tx, actor, id, Duty.KEEP.roles());
    Location old = lock(tx, id, expected);
    TreeLock.LOCATION.take(tx, old.company().id());
    boolean used =
        tx.one(
                """
                MATCH (l:Location {id: $id})<-[:WITHIN|LOCATED_AT|HELD_BY]-(user)
                WHERE NOT user:TrashedAsset AND NOT user:RemovedLocation
                  AND NOT user.id IN $leaving
                RETURN user.id LIMIT 1
                """,
                map("id", id, "leaving", leaving))
            .isPresent();
    if (used) {
      String why = "The location is not empty: move what is inside it first.";
      throw new DomainError.Conflict(why, List.of(FieldError.of("", Fault.NOT_EMPTY, why)));
    }
    Change gone = new Change("name", old.name(), null);
    events.append(tx, "Location", id, "DELETED", actor, now, List.of(gone));
    Grants.endOver(tx, id);
    LocationTree.put(tx, id, old.company().id(), null, now);
    tx.run(
        """
        MATCH (l:Location {id: $id})
        REMOVE l:Location
        SET l:RemovedLocation, l.removedAt = $now
        """,
        map("id", id, "now", now));
  }

  private static Location lock(Transaction tx, String id, @Nullable Long expected) {
    tx.run("MATCH (l:Location {id: $id}) SET l.touched = true", Map.of("id", id));
    Location location = LocationView.one(tx, id);
    if (expected != null && expected != location.version()) {
      throw new DomainError.Stale("location");
    }
    return location;
  }

  private static Map<String, @Nullable Object> properties(
      String id, String companyId, String code, LocationDraft draft, Instant now) {
    return map(
        "id",
        id,
        "companyId",
        companyId,
        "code",
        code,
        "name",
        draft.name().strip(),
        "nameKey",
        Folding.fold(draft.name()),
        "kind",
        draft.kind(),
        "searchText",
        Folding.join(code, draft.name()),
        "now",
        now);
  }

  private static LocationDraft draft(Location location) {
    Ref parent = location.parent();
    return new LocationDraft(
        location.code(),
        location.name(),
        location.kind(),
        location.company().id(),
        parent == null ? null : parent.id());
  }

  private static List<Change> changes(
      @Nullable LocationDraft before, LocationDraft after, String code) {
    List<Change> changes = new ArrayList<>();
    add(changes, "code", before == null ? null : before.code(), code);
    add(changes, "name", before == null ? null : before.name(), after.name());
    add(changes, "kind", before == null ? null : before.kind(), after.kind());
    add(changes, "parentId", before == null ? null : before.parentId(), after.parentId());
    return changes;
  }

  private static void add(
      List<Change> changes, String field, @Nullable String before, @Nullable String after) {
    if (!Objects.equals(before, after)) {
      changes.add(new Change(field, before, after));
    }
  }

  /** Letters and digits of the name, and enough of the id to tell two of the same name apart. */
  private static String codeFrom(String name, String id) {
    String word = Folding.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String start = word.isEmpty() ? "loc" : word.substring(0, Math.min(40, word.length()));
    return (start + "-" + id.substring(id.length() - 5)).toUpperCase(Locale.ROOT);
  }

  private static DomainError.Conflict codeTaken() {
    return new DomainError.Conflict(
        "code", Fault.TAKEN, "the company already has a location with this code");
  }
}
