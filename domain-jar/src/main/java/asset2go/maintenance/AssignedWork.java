package asset2go.maintenance;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.asset.Steps;
import asset2go.event.Events;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** What somebody has to do, and who does it once they are gone. */
@ApplicationScoped
public class AssignedWork {

  private static final int MOST = 2_000;

  private static final String OF_PERSON =
      """
      MATCH (w:WorkOrder)-[:FOR]->(a:Asset)
      WHERE w.assigneeId = $person AND w.id > '' AND w.active = true AND %s
      """;

  private @Inject Steps steps;
  private @Inject Events events;

  /** The work orders that somebody has not closed, by number, as far as the actor sees them. */
  public static List<Ref> open(Transaction tx, Actor actor, String personId, int most) {
    Scope scope = actor.scope();
    return tx.list(
        (OF_PERSON
                + "RETURN w{.id, name: w.number + ' ' + w.title} AS order ORDER BY w.id LIMIT $most")
            .formatted(scope.asset("a")),
        scope.with("person", personId, "most", most),
        row -> Objects.requireNonNull(Values.ref(row.get("order"))));
  }

  /** How many of them there are. */
  public static long count(Transaction tx, Actor actor, String personId) {
    Scope scope = actor.scope();
    return tx.one(
            (OF_PERSON + "RETURN count(w) AS n").formatted(scope.asset("a")),
            scope.with("person", personId))
        .orElseThrow()
        .get("n")
        .asLong();
  }

  /**
   * Passes all of it on, as far as the actor works on the assets.
   *
   * @param heirId who does it from now on, locked; null for nobody yet
   * @return the work orders
   */
  public List<Ref> pass(
      Transaction tx, Actor actor, String personId, @Nullable String heirId, Instant now) {
    Scope scope = actor.scope().where(Duty.HANDLE.roles());
    List<Record> found =
        tx.rows(
            (OF_PERSON + "RETURN w.id AS id, a.id AS asset LIMIT $most")
                .formatted(scope.asset("a")),
            scope.with("person", personId, "most", MOST + 1));
    if (found.size() > MOST) {
      throw new DomainError.Conflict(
          "They have more than %d open work orders: pass some on first.".formatted(MOST));
    }
    steps.lock(tx, found.stream().map(row -> row.get("asset").asString()).toList());
    List<Ref> passed = reassign(tx, found, personId, heirId, now);
    Change change = new Change("assigneeId", personId, heirId);
    events.appendAll(
        tx,
        "WorkOrder",
        actor,
        now,
        passed.stream()
            .map(order -> new Events.Entry(order.id(), "CHANGED", List.of(change)))
            .toList());
    return passed;
  }

  private static List<Ref> reassign(
      Transaction tx, List<Record> found, String personId, @Nullable String heirId, Instant now) {
    return tx.list(
        """
        UNWIND $ids AS id
        MATCH (w:WorkOrder {id: id})
        SET w.touched = true
        WITH w WHERE w.assigneeId = $person AND w.active = true
        OPTIONAL MATCH (w)-[old:ASSIGNED_TO]->()
        DELETE old
        WITH DISTINCT w
        SET w.assigneeId = $heir, w.updatedAt = $now, w.version = w.version + 1
        WITH w
        OPTIONAL MATCH (p:Person {id: $heir})
        FOREACH (one IN CASE WHEN p IS NULL THEN [] ELSE [p] END |
                 CREATE (w)-[:ASSIGNED_TO]->(one))
        RETURN w{.id, name: w.number + ' ' + w.title} AS order
        """,
        map(
            "ids",
            found.stream().map(row -> row.get("id").asString()).sorted().toList(),
            "person",
            personId,
            "heir",
            heirId,
            "now",
            now),
        row -> Objects.requireNonNull(Values.ref(row.get("order"))));
  }
}
