package asset2go.maintenance;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.util.Optional;

/**
 * The work that keeps an asset in maintenance. The life cycle's guard asks for it: what is being
 * worked on does not go back before its work orders are closed.
 */
public final class OpenWork {

  private OpenWork() {}

  /**
   * Refuses while some is going on.
   *
   * @throws DomainError.TransitionRefused with the number of a work order
   */
  public static void refuse(Transaction tx, String assetId) {
    on(tx, assetId)
        .ifPresent(
            number -> {
              throw new DomainError.TransitionRefused(
                  Fault.ORDER_OPEN, number + " is not closed yet.", number);
            });
  }

  /** Number of a work order that keeps it out. */
  static Optional<String> on(Transaction tx, String assetId) {
    return tx.one(
            """
            MATCH (w:WorkOrder)
            WHERE w.assetId = $asset AND w.id > '' AND w.keepsOut = true
            RETURN w.number AS number
            ORDER BY w.id LIMIT 1
            """,
            map("asset", assetId))
        .map(row -> row.get("number").asString());
  }
}
