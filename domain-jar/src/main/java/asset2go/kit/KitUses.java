package asset2go.kit;

import asset2go.graph.Transaction;
import asset2go.problem.DomainError;
import java.util.Map;

/** Kits that name something which is about to go. */
public final class KitUses {

  private KitUses() {}

  /**
   * Refuses to delete what a slot accepts: it would accept nothing, or less than was meant.
   *
   * @param id of a model or category, which is locked
   */
  public static void refuse(Transaction tx, String label, String id) {
    tx.one(
            """
            MATCH (:%s {id: $id})<-[:ACCEPTS]-(:KitSlot)<-[:NEEDS]-(k:Kit)
            RETURN k.name AS name ORDER BY k.nameKey LIMIT 1
            """
                .formatted(label),
            Map.of("id", id))
        .ifPresent(
            row -> {
              throw new DomainError.Conflict(
                  "The kit %s needs it.".formatted(row.get("name").asString()));
            });
  }
}
