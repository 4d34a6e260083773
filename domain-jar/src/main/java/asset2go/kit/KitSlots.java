package asset2go.kit;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes the slots of a kit. */
final class KitSlots {

  /** Kits within kits; each level is two edges. */
  static final int DEEPEST = 5;

  private KitSlots() {}

  /** Replaces them; the tree of kits is locked. */
  static void replace(Transaction tx, String id, List<KitDraft.Slot> slots) {
    tx.run("MATCH (:Kit {id: $id})-[:NEEDS]->(s:KitSlot) DETACH DELETE s", Map.of("id", id));
    for (int i = 0; i < slots.size(); i++) {
      write(tx, id, i, slots.get(i));
    }
    requireTree(tx, id);
    KitNeed.of(tx, id);
  }

  private static void write(Transaction tx, String id, int position, KitDraft.Slot slot) {
    List<KitDraft.Accepted> accepts = slot.accepts();
    String field = "slots[%d].accepts".formatted(position);
    if (accepts.size() > 1 && accepts.stream().anyMatch(one -> one.kind() == Kit.Kind.KIT)) {
      throw new DomainError.Invalid(field, "a kit fills a slot alone");
    }
    if (accepts.stream().distinct().count() < accepts.size()) {
      throw new DomainError.Invalid(field, Fault.TAKEN, "names something twice");
    }
    tx.run(
        """
        MATCH (k:Kit {id: $id})
        CREATE (k)-[:NEEDS]->(:KitSlot {position: $position, name: $name, quantity: $quantity})
        """,
        map(
            "id",
            id,
            "position",
            position,
            "name",
            slot.name().strip(),
            "quantity",
            slot.quantity()));
    IntStream.range(0, accepts.size())
        .forEach(rank -> accept(tx, id, position, rank, accepts.get(rank), field));
  }

  private static void accept(
      Transaction tx, String id, int position, int rank, KitDraft.Accepted accepted, String field) {
    String label =
        switch (accepted.kind()) {
          case MODEL -> "AssetModel";
          case CATEGORY -> "Category";
          case KIT -> "Kit";
        };
    boolean known =
        tx.one(
                """
            MATCH (:Kit {id: $id})-[:NEEDS]->(s:KitSlot {position: $position})
            MATCH (x:%s {id: $accepted})
            CREATE (s)-[:ACCEPTS {rank: $rank}]->(x)
            RETURN x.id
            """
                    .formatted(label),
                map("id", id, "position", position, "accepted", accepted.id(), "rank", rank))
            .isPresent();
    if (!known) {
      String kind = accepted.kind().name().toLowerCase(java.util.Locale.ROOT);
      throw new DomainError.Invalid(
          "%s[%d].id".formatted(field, rank),
          Fault.UNKNOWN,
          "there is no " + kind + " " + accepted.id());
    }
  }

  private static void requireTree(Transaction tx, String id) {
    boolean circle =
        tx.one(
                """
                MATCH (k:Kit {id: $id})
                RETURN EXISTS { (k)-[:NEEDS|ACCEPTS*2..%d]->(k) } AS circle
                """
                    .formatted(2 * DEEPEST),
                Map.of("id", id))
            .orElseThrow()
            .get("circle")
            .asBoolean();
    if (circle) {
      throw new DomainError.Invalid("slots", Fault.CYCLE, "a kit cannot be part of itself");
    }
    int levels =
        longest(tx, id, "(top:Kit)-[:NEEDS|ACCEPTS*0..%d]->(k)")
            + longest(tx, id, "(k)-[:NEEDS|ACCEPTS*0..%d]->(top:Kit)");
    if (levels / 2 >= DEEPEST) {
      throw new DomainError.Invalid(
          "slots", Fault.OUT_OF_RANGE, "kits may be %d deep".formatted(DEEPEST));
    }
  }

  private static int longest(Transaction tx, String id, String path) {
    return tx.one(
            """
            MATCH (k:Kit {id: $id})
            MATCH path = %s
            RETURN max(length(path)) AS longest
            """
                .formatted(path.formatted(2 * DEEPEST)),
            Map.of("id", id))
        .orElseThrow()
        .get("longest")
        .asInt();
  }
}
