package asset2go.asset;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who has an asset, now as an edge, and for ever as a node with its time. */
final class Custodies {

  private Custodies() {}

  /**
   * Hands an asset over; it is locked and nobody has it.
   *
   * @return the name of the holder
   */
  static String begin(
      Transaction tx,
      String assetId,
      String custodyId,
      Holder to,
      @Nullable LocalDate due,
      Instant now) {
    if (to.kind() == Holder.Kind.ASSET && to.id().equals(assetId)) {
      throw new DomainError.Invalid("custodian.id", Fault.CYCLE, "an asset cannot hold itself");
    }
    return tx.one(
            """
            MATCH (a:Asset {id: $assetId}), (h:%s {id: $holderId})
            SET a.due = $due
            CREATE (a)-[:HELD_BY]->(h)
            CREATE (c:Custody {id: $custodyId, from: $now, due: $due})
            CREATE (c)-[:OF]->(a)
            CREATE (c)-[:TO]->(h)
            RETURN h.name AS name
            """
                .formatted(label(to.kind())),
            map(
                "assetId", assetId,
                "holderId", to.id(),
                "custodyId", custodyId,
                "due", due,
                "now", now))
        .map(row -> row.get("name").asString())
        .orElseThrow(
            () ->
                new DomainError.Invalid(
                    "custodian.id",
                    Fault.UNKNOWN,
                    "there is no "
                        + to.kind().name().toLowerCase(java.util.Locale.ROOT)
                        + " "
                        + to.id()));
  }

  /** Takes an asset back. */
  static void end(Transaction tx, String assetId, @Nullable Condition condition, Instant now) {
    tx.run(
        """
        MATCH (a:Asset {id: $assetId})
        OPTIONAL MATCH (a)-[held:HELD_BY]->()
        DELETE held
        WITH DISTINCT a
        REMOVE a.due
        WITH a
        MATCH (c:Custody)-[:OF]->(a)
        WHERE c.to IS NULL
        SET c.to = $now, c.condition = $condition
        """,
        map("assetId", assetId, "condition", condition, "now", now));
  }

  static String label(Holder.Kind kind) {
    return switch (kind) {
      case PERSON -> "Person";
      case TEAM -> "Team";
      case LOCATION -> "Location";
      case ASSET -> "Asset";
    };
  }
}
