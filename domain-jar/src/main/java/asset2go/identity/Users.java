package asset2go.identity;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Everybody who may sign in, and what they may do. */
@ApplicationScoped
public class Users {

  private @Inject Graph graph;
  private @Inject Events events;
  private @Inject Sessions sessions;

  /** By name. */
  public Page<User> list(@Nullable String q, @Nullable Integer limit, @Nullable String after) {
    Slice slice = Slice.of(limit, after);
    List<Record> rows =
        graph.read(
            tx ->
                tx.rows(
                    """
                    MATCH (u:User)
                    WHERE ($q IS NULL OR u.nameKey CONTAINS $q OR u.email CONTAINS $q)
                      AND ($key IS NULL OR u.nameKey > $key OR (u.nameKey = $key AND u.id > $id))
                    RETURN u, u.nameKey AS key, u.id AS id
                    ORDER BY key, id
                    LIMIT $limit
                    """,
                    slice.parameters("q", Folding.sought(q))));
    return slice.page(rows, row -> Account.of(row.get("u")).user());
  }

  public User get(String id) {
    return graph
        .read(tx -> tx.one("MATCH (u:User {id: $id}) RETURN u", Map.of("id", id)))
        .map(row -> Account.of(row.get("u")).user())
        .orElseThrow(() -> new DomainError.NotFound("user", id));
  }

  /**
   * Gives another role, lets in or shuts out. It holds from the next request on, on other instances
   * within seconds.
   *
   * @throws DomainError.Conflict where nobody were left to administer
   */
  public User change(String id, UserChange change, Actor actor) {
    boolean none = Boolean.TRUE.equals(change.grantsOnly());
    if (none && change.role() != null) {
      throw new DomainError.Invalid("grantsOnly", "is either that or a role");
    }
    Instant now = Instant.now();
    RoleName role = change.role();
    List<RoleName> roles = role != null ? List.of(role) : none ? List.of() : null;
    User changed = graph.write(tx -> change(tx, id, roles, change.disabled(), actor, now));
    sessions.forget();
    return changed;
  }

  /** Shuts somebody out as part of something larger. */
  public void shutOut(Transaction tx, Actor actor, String id, Instant now) {
    change(tx, id, null, true, actor, now);
    tx.afterCommit(sessions::forget);
  }

  private User change(
      Transaction tx,
      String id,
      @Nullable List<RoleName> asked,
      @Nullable Boolean disabled,
      Actor actor,
      Instant now) {
    Administrators.lock(tx, now);
    User before =
        tx.one(
                "MATCH (u:User {id: $id}) SET u.changedAt = $now RETURN u",
                map("id", id, "now", now))
            .map(row -> Account.of(row.get("u")).user())
            .orElseThrow(() -> new DomainError.NotFound("user", id));
    List<RoleName> roles = asked == null ? before.roles() : asked;
    boolean shut = disabled == null ? before.disabled() : disabled;
    boolean mattered = before.roles().contains(RoleName.ADMIN) && !before.disabled();
    User after =
        tx.one(
                "MATCH (u:User {id: $id}) SET u.roles = $roles, u.disabled = $disabled RETURN u",
                map("id", id, "roles", roles, "disabled", shut))
            .map(row -> Account.of(row.get("u")).user())
            .orElseThrow();
    if (mattered) {
      Administrators.requireOne(tx);
    }
    if (shut) {
      sessions.closeAll(tx, id, null);
    }
    List<Change> changes = changes(before, after);
    if (!changes.isEmpty()) {
      events.append(tx, "Person", id, "USER_CHANGED", actor, now, changes);
    }
    return after;
  }

  private static List<Change> changes(User before, User after) {
    List<Change> changes = new ArrayList<>();
    if (!before.roles().equals(after.roles())) {
      changes.add(new Change("roles", before.roles().toString(), after.roles().toString()));
    }
    if (before.disabled() != after.disabled()) {
      changes.add(
          new Change(
              "disabled", String.valueOf(before.disabled()), String.valueOf(after.disabled())));
    }
    return changes;
  }
}
