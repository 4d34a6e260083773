package asset2go.view;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetList;
import asset2go.asset.AssetQuery;
import asset2go.graph.ConstraintViolated;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.identity.RoleName;
import asset2go.page.Page;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** The views that somebody keeps, and those that are shared with everybody. */
@ApplicationScoped
public class SavedViews {

  /** More than anybody tells apart in a menu. */
  private static final int MOST = 100;

  /** Of the shared ones so many are shown. */
  private static final int MOST_SHARED = 500;

  private static final String VIEW =
      """
      v{.id, .name, .query, .shared, .version} AS view,
      [(v)-[:OF]->(u) | u{.id, .name}][0] AS owner
      """;

  private @Inject Graph graph;

  /** The actor's own and the shared ones, by name. */
  public Page<SavedView> list(Actor actor) {
    List<SavedView> views =
        graph.read(
            tx ->
                tx.list(
                    """
                    CALL {
                      MATCH (v:SavedView) WHERE v.ownerId = $id AND v.nameKey IS NOT NULL
                      RETURN v
                      UNION
                      MATCH (v:SavedView) WHERE v.shared = true
                      RETURN v LIMIT $most
                    }
                    WITH v ORDER BY v.nameKey, v.id
                    RETURN %s
                    """
                        .formatted(VIEW),
                    map("id", actor.id(), "most", MOST_SHARED),
                    SavedViews::of));
    return new Page<>(views, null, (long) views.size());
  }

  /**
   * One of them.
   *
   * @throws DomainError.NotFound where there is none, or another's that is not shared
   */
  public SavedView get(Actor actor, String id) {
    return graph.read(tx -> one(tx, actor, id));
  }

  /** Keeps one. */
  public SavedView create(Actor actor, SavedViewDraft draft) {
    String id = Ids.next();
    requireMayShare(actor, Boolean.TRUE.equals(draft.shared()));
    try {
      return graph.write(tx -> create(tx, actor, id, draft));
    } catch (ConstraintViolated e) {
      throw taken();
    }
  }

  private static SavedView create(Transaction tx, Actor actor, String id, SavedViewDraft draft) {
    long kept =
        tx.one(
                """
                MATCH (u:User {id: $id})
                SET u.touched = true
                RETURN COUNT { (u)<-[:OF]-(:SavedView) } AS kept
                """,
                Map.of("id", actor.id()))
            .map(row -> row.get("kept").asLong())
            .orElseThrow(() -> new DomainError.NotFound("user", actor.id()));
    if (kept >= MOST) {
      throw new DomainError.Conflict("There are %d views already: remove one.".formatted(MOST));
    }
    tx.run(
        """
        MATCH (u:User {id: $owner})
        CREATE (v:SavedView {id: $id, ownerId: $owner, version: 0, createdAt: $now,
                             nameKey: $id})-[:OF]->(u)
        """,
        map("owner", actor.id(), "id", id, "now", Instant.now()));
    write(tx, actor, id, draft);
    return one(tx, actor, id);
  }

  /**
   * Changes one of the actor's own.
   *
   * @param expected the version that the caller saw; null to change whatever is there
   * @throws DomainError.Forbidden for a shared one of somebody else
   */
  public SavedView change(
      Actor actor, String id, @Nullable Long expected, UnaryOperator<SavedViewDraft> change) {
    try {
      return graph.write(
          tx -> {
            SavedView old = lock(tx, actor, id, expected);
            requireOwn(actor, old);
            SavedViewDraft draft =
                change.apply(new SavedViewDraft(old.name(), old.query(), old.shared()));
            requireMayShare(actor, Boolean.TRUE.equals(draft.shared()) && !old.shared());
            write(tx, actor, id, draft);
            return one(tx, actor, id);
          });
    } catch (ConstraintViolated e) {
      throw taken();
    }
  }

  /** Removes one of the actor's own; an administrator also what somebody else has shared. */
  public void delete(Actor actor, String id, @Nullable Long expected) {
    graph.write(
        tx -> {
          SavedView view = lock(tx, actor, id, expected);
          if (!actor.holds(RoleName.ADMIN)) {
            requireOwn(actor, view);
          }
          tx.run("MATCH (v:SavedView {id: $id}) DETACH DELETE v", Map.of("id", id));
          return id;
        });
  }

  private static void write(Transaction tx, Actor actor, String id, SavedViewDraft draft) {
    tx.run(
        """
        MATCH (v:SavedView {id: $id})
        SET v.name = $name, v.nameKey = $key, v.query = $query, v.shared = $shared,
            v.version = v.version + 1
        """,
        map(
            "id", id,
            "name", draft.name().strip(),
            "key", Folding.fold(draft.name()),
            "query", query(tx, actor, draft),
            "shared", Boolean.TRUE.equals(draft.shared())));
  }

  /** Whoever keeps it understands it now; a field that it names may be removed later. */
  private static String query(Transaction tx, Actor actor, SavedViewDraft draft) {
    String query = ListQuery.checked(draft.query());
    AssetList.check(tx, actor, AssetQuery.of(query));
    return query;
  }

  private static void requireMayShare(Actor actor, boolean sharing) {
    if (sharing && !actor.holds(Duty.KEEP.roles())) {
      throw new DomainError.Forbidden("Only administrators and managers share views.");
    }
  }

  private static void requireOwn(Actor actor, SavedView view) {
    if (!view.owner().id().equals(actor.id())) {
      throw new DomainError.Forbidden("The view is %s's.".formatted(view.owner().name()));
    }
  }

  private static SavedView lock(Transaction tx, Actor actor, String id, @Nullable Long expected) {
    tx.run("MATCH (v:SavedView {id: $id}) SET v.touched = true", Map.of("id", id));
    SavedView view = one(tx, actor, id);
    if (expected != null && expected != view.version()) {
      throw new DomainError.Stale("view");
    }
    return view;
  }

  private static SavedView one(Transaction tx, Actor actor, String id) {
    return tx.one(
            "MATCH (v:SavedView {id: $id}) WHERE v.shared OR v.ownerId = $actor RETURN " + VIEW,
            Map.of("id", id, "actor", actor.id()))
        .map(SavedViews::of)
        .orElseThrow(() -> new DomainError.NotFound("view", id));
  }

  private static SavedView of(Record row) {
    Value v = row.get("view");
    Value owner = row.get("owner");
    return new SavedView(
        v.get("id").asString(),
        v.get("name").asString(),
        v.get("query").asString(),
        v.get("shared").asBoolean(),
        owner.isNull()
            ? new Ref("", "?")
            : new Ref(owner.get("id").asString(), owner.get("name").asString()),
        v.get("version").asLong());
  }

  private static DomainError.Conflict taken() {
    return new DomainError.Conflict("name", Fault.TAKEN, "you have a view of this name already");
  }
}
