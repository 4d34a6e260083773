package asset2go.bulk;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.location.Locations;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Value;

/** Takes back what an import did to one location. */
@ApplicationScoped
class LocationUndo {

  private static final String LABEL = "Location";

  private @Inject Locations locations;

  BulkOutcome undo(Transaction tx, Actor actor, Value run, Value item, Instant now) {
    String id = item.get("subjectId").asString();
    Rights.requireAt(tx, actor, id, Duty.KEEP.roles());
    tx.run("MATCH (l:Location {id: $id}) SET l.touched = true", Map.of("id", id));
    if (ImportItems.isMade(item)) {
      return remove(tx, actor, run, id, now);
    }
    Difference change =
        Imported.change(tx, LABEL, run.get("undoes").asString(), id, item.get("eventSeq").asLong())
            .difference();
    locations.change(
        tx,
        actor,
        id,
        null,
        draft -> {
          if (!LocationPatch.of(draft, change.after()).equals(change.after())) {
            throw Imported.changedSince();
          }
          return LocationPatch.apply(draft, change.before());
        },
        now);
    return BulkOutcome.CHANGED;
  }

  private BulkOutcome remove(Transaction tx, Actor actor, Value run, String id, Instant now) {
    if (!Imported.isThere(tx, LABEL, id)) {
      return BulkOutcome.UNCHANGED;
    }
    Long made = Imported.version(tx, LABEL, run.get("undoes").asString(), id);
    if (made == null) {
      throw Imported.changedSince();
    }
    if (tx.one("MATCH (:Location {id: $id})<-[:COVERS|OVER]-(x) RETURN x LIMIT 1", Map.of("id", id))
        .isPresent()) {
      throw new DomainError.Conflict(
          "", Fault.IN_USE, "a maintenance plan, a stock-take or a role is about it: it stays");
    }
    Set<String> leaving = run.get("dryRun").asBoolean() ? leaving(tx, run, id) : Set.of();
    locations.delete(tx, actor, id, made, leaving, now);
    return BulkOutcome.CHANGED;
  }

  /** What would have gone, or would stand elsewhere, by the time that its turn comes. */
  private static Set<String> leaving(Transaction tx, Value run, String id) {
    return Set.copyOf(
        tx.list(
            """
            MATCH (:Location {id: $id})<-[:WITHIN]-(inner:Location)
            MATCH (i:BulkItem {runId: $run, subjectId: inner.id})
            WHERE i.outcome = 'CHANGED' AND (i.action = $made OR i.moved)
            RETURN DISTINCT inner.id AS id
            """,
            map("id", id, "run", run.get("id").asString(), "made", ImportItems.MADE),
            row -> row.get("id").asString()));
  }
}
