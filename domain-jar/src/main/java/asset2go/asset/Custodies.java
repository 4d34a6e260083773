package asset2go.asset;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who has an asset, now as an edge, and for ever as a node with its time. */
final class Custodies {

  private Custodies() {}

  /** Hands assets over; each is locked and nobody has it. */
  static void begin(Transaction tx, Actor actor, List<Plan> plans, Instant now) {
    Map<Holder, List<Plan>> byHolder =
        plans.stream().collect(Collectors.groupingBy(plan -> handing(plan).to()));
    byHolder.forEach((holder, taken) -> begin(tx, actor, holder, taken, now));
  }

  private static void begin(
      Transaction tx, Actor actor, Holder holder, List<Plan> plans, Instant now) {
    tx.run(
        """
        UNWIND $rows AS row
        MATCH (a:Asset {id: row.asset}), (h:%s {id: $holder})
        SET a.due = row.due
        CREATE (a)-[:HELD_BY]->(h)
        CREATE (c:Custody {id: row.custody, assetId: a.id, holderKind: $kind, holderId: h.id,
                           from: $now, due: row.due, open: true, conditionOut: row.condition,
                           notes: row.notes, byId: $actorId, byName: $actorName,
                           basketId: row.basket})
        CREATE (c)-[:OF]->(a)
        CREATE (c)-[:TO]->(h)
        WITH c, row
        MATCH (p:Custody {id: row.previous})
        CREATE (c)-[:PREV]->(p)
        """
            .formatted(Custodian.label(holder.kind())),
        map(
            "rows", plans.stream().map(Custodies::row).toList(),
            "holder", holder.id(),
            "kind", holder.kind(),
            "actorId", actor.id(),
            "actorName", actor.name(),
            "now", now));
  }

  private static Map<String, @Nullable Object> row(Plan plan) {
    Handing handing = handing(plan);
    return map(
        "asset", plan.asset().id(),
        "custody", handing.custodyId(),
        "due", handing.due(),
        "condition", plan.condition(),
        "notes", plan.notes(),
        "basket", handing.basketId(),
        "previous", handing.previousId());
  }

  private static Handing handing(Plan plan) {
    return Objects.requireNonNull(plan.begins());
  }

  /** Takes assets back. */
  static void end(Transaction tx, Actor actor, List<Plan> plans, Instant now) {
    tx.run(
        """
        UNWIND $rows AS row
        MATCH (a:Asset {id: row.asset})
        OPTIONAL MATCH (a)-[held:HELD_BY]->()
        DELETE held
        WITH DISTINCT a, row
        REMOVE a.due
        WITH a, row
        MATCH (c:Custody)
        WHERE c.assetId = a.id AND c.id < '~' AND c.to IS NULL
        SET c.to = $now, c.condition = row.condition, c.returnNotes = row.notes,
            c.returnedById = $actorId, c.returnedByName = $actorName
        REMOVE c.open
        """,
        map(
            "rows",
            plans.stream()
                .map(
                    plan ->
                        map(
                            "asset", plan.asset().id(),
                            "condition", plan.condition(),
                            // What is said of a transfer belongs to the custody that begins.
                            "notes", plan.begins() == null ? plan.notes() : null))
                .toList(),
            "actorId",
            actor.id(),
            "actorName",
            actor.name(),
            "now",
            now));
  }
}
