package asset2go.stocktake;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import org.neo4j.driver.Record;

/** The end of counting: what was not seen is missing, unless it has been handled meanwhile. */
final class Comparison {

  private static final int PIECE = 1000;

  private Comparison() {}

  /**
   * Looks through a piece; the stock-take is locked.
   *
   * @return whether there may be more
   */
  static boolean compare(Transaction tx, StockTake take) {
    Record counts =
        tx.one(
                """
                MATCH (i:StockTakeItem)
                WHERE i.takeId = $take AND i.outcome = $pending
                  AND i.tag IS NOT NULL AND i.assetId IS NOT NULL
                WITH i LIMIT $piece
                OPTIONAL MATCH (i)-[:OF]->(a:Asset)
                WITH i, a IS NULL OR a.status <> i.status
                  OR coalesce(a.rootLocationId, '') <> coalesce(i.placeId, '') AS handled
                WITH i, handled, NOT handled AND i.status IN $canBeMissing AS proposes
                SET i.outcome = CASE WHEN handled THEN $left ELSE $missing END,
                    i.correction = CASE WHEN proposes THEN $correction END,
                    i.review = CASE WHEN proposes THEN $proposed END
                RETURN count(i) AS looked,
                       sum(CASE WHEN handled THEN 1 ELSE 0 END) AS left,
                       sum(CASE WHEN proposes THEN 1 ELSE 0 END) AS proposed
                """,
                map(
                    "take", take.id(),
                    "piece", PIECE,
                    "pending", Outcome.PENDING,
                    "left", Outcome.LEFT,
                    "missing", Outcome.MISSING,
                    "correction", Correction.MARK_MISSING,
                    "proposed", Review.PROPOSED,
                    "canBeMissing", Judgement.canBeMissing()))
            .orElseThrow();
    long looked = counts.get("looked").asLong();
    long left = counts.get("left").asLong();
    new Tally()
        .outcome(Outcome.PENDING, Outcome.LEFT, left)
        .outcome(Outcome.PENDING, Outcome.MISSING, looked - left)
        .review(null, Review.PROPOSED, counts.get("proposed").asLong())
        .write(tx, take.id());
    return looked == PIECE;
  }
}
