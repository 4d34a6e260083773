package asset2go.bulk;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.graph.TreeLock;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.kit.Kits;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Takes back what an import did to one kit. */
@ApplicationScoped
class KitUndo {

  private static final String LABEL = "Kit";

  private @Inject Kits kits;

  BulkOutcome undo(Transaction tx, Actor actor, Value run, Value item, Instant now) {
    if (!actor.holds(Duty.KEEP.roles())) {
      throw new DomainError.Forbidden("Your role does not allow this.");
    }
    String id = item.get("subjectId").asString();
    TreeLock.KIT.take(tx, TreeLock.ALL_COMPANIES);
    tx.run("MATCH (k:Kit {id: $id}) SET k.touched = true", Map.of("id", id));
    if (ImportItems.isMade(item)) {
      return remove(tx, actor, run, id, now);
    }
    restore(tx, actor, run, id, item.get("eventSeq").asLong(), now);
    return BulkOutcome.CHANGED;
  }

  private void restore(
      Transaction tx, Actor actor, Value run, String id, long eventSeq, Instant now) {
    Imported.Change change = Imported.change(tx, LABEL, run.get("undoes").asString(), id, eventSeq);
    Difference difference = change.difference();
    if (difference.after().containsKey("slots")) {
      refuseBooked(tx, id, change.at());
    }
    kits.change(
        tx,
        actor,
        id,
        null,
        draft -> {
          if (!KitPatch.of(draft, difference.after()).equals(difference.after())) {
            throw Imported.changedSince();
          }
          return KitPatch.apply(draft, difference.before());
        },
        now);
  }

  private BulkOutcome remove(Transaction tx, Actor actor, Value run, String id, Instant now) {
    if (!Imported.isThere(tx, LABEL, id)) {
      return BulkOutcome.UNCHANGED;
    }
    Long made = Imported.version(tx, LABEL, run.get("undoes").asString(), id);
    if (made == null) {
      throw Imported.changedSince();
    }
    refuseBooked(tx, id, null);
    Set<String> leaving =
        run.get("dryRun").asBoolean() ? leaving(tx, actor, run, id, now) : Set.of();
    kits.delete(tx, actor, id, made, leaving, now);
    return BulkOutcome.CHANGED;
  }

  /** A kit that is booked, by itself or within another, stays as it was when that was booked. */
  private static void refuseBooked(Transaction tx, String id, @Nullable Instant since) {
    if (tx.one(
            """
            MATCH (:Kit {id: $id})<-[:NEEDS|ACCEPTS*0..10]-(around:Kit)<-[booked:FOR_KIT]-(b:Booking)
            WHERE NOT b.state IN ['CANCELLED', 'REJECTED']
              AND ($since IS NULL OR coalesce(booked.at, b.createdAt) >= $since)
            RETURN b.id LIMIT 1
            """,
            map("id", id, "since", since))
        .isPresent()) {
      throw new DomainError.Conflict("", Fault.IN_USE, "a booking is for this kit: it stays");
    }
  }

  /** Kits around it that would have gone, or would no longer need it, when its turn comes. */
  private Set<String> leaving(Transaction tx, Actor actor, Value run, String id, Instant now) {
    Set<String> leaving = new HashSet<>();
    for (Record row :
        tx.rows(
            """
            MATCH (:Kit {id: $id})<-[:ACCEPTS]-(:KitSlot)<-[:NEEDS]-(around:Kit)
            WITH DISTINCT around
            MATCH (i:BulkItem {runId: $run, subjectId: around.id})
            WHERE i.outcome = 'CHANGED'
            RETURN around.id AS id, i{.action, .eventSeq} AS item ORDER BY i.seq
            """,
            map("id", id, "run", run.get("id").asString()))) {
      if (ImportItems.isMade(row.get("item"))) {
        leaving.add(row.get("id").asString());
      } else {
        restore(
            tx,
            actor,
            run,
            row.get("id").asString(),
            row.get("item").get("eventSeq").asLong(),
            now);
      }
    }
    return leaving;
  }
}
