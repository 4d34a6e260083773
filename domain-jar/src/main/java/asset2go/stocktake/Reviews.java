package asset2go.stocktake;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.stocktake.ReviewRequest.Decision;
import asset2go.stocktake.StockTake.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Decisions about proposed corrections. One can be changed until the stock-take is closed. */
@ApplicationScoped
public class Reviews {

  private static final int PIECE = 1000;

  private @Inject Graph graph;

  /** Decides about some, or about all that nobody has decided about. */
  public StockTake review(Actor actor, String takeId, ReviewRequest asked) {
    List<String> ids = asked.assetIds();
    boolean more;
    do {
      more =
          graph.write(
              tx ->
                  ids == null
                      ? rest(tx, actor, takeId, asked)
                      : some(tx, actor, takeId, asked, ids));
    } while (more);
    return graph.read(tx -> TakeView.one(tx, actor, takeId));
  }

  private static void lock(Transaction tx, Actor actor, String takeId) {
    StockTake take = TakeView.lock(tx, actor, takeId, Duty.KEEP.roles());
    if (take.state() != State.REVIEWING) {
      throw new DomainError.Conflict(
          "Corrections are decided about when counting has ended, and before closing.");
    }
  }

  private static boolean some(
      Transaction tx, Actor actor, String takeId, ReviewRequest asked, List<String> ids) {
    lock(tx, actor, takeId);
    List<Record> rows =
        tx.rows(
            """
            UNWIND $ids AS id
            MATCH (i:StockTakeItem {takeId: $take, assetId: id})
            WHERE i.review IN $open AND ($outcome IS NULL OR i.outcome = $outcome)
            RETURN i.assetId AS id, i.review AS review
            """,
            parameters(actor, takeId, asked, "ids", ids.stream().distinct().toList()));
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      if (rows.stream().noneMatch(row -> row.get("id").asString().equals(id))) {
        throw new DomainError.Invalid(
            "assetIds[" + i + "]", Fault.UNKNOWN, "there is no correction of " + id);
      }
    }
    decide(tx, actor, takeId, asked, rows);
    return false;
  }

  private static boolean rest(Transaction tx, Actor actor, String takeId, ReviewRequest asked) {
    lock(tx, actor, takeId);
    List<Record> rows =
        tx.rows(
            """
            MATCH (i:StockTakeItem)
            WHERE i.takeId = $take AND i.review = $proposed
              AND i.tag IS NOT NULL AND i.assetId IS NOT NULL
              AND ($outcome IS NULL OR i.outcome = $outcome)
            WITH i LIMIT $piece
            RETURN i.assetId AS id, i.review AS review
            """,
            parameters(actor, takeId, asked, "piece", PIECE));
    decide(tx, actor, takeId, asked, rows);
    return rows.size() == PIECE;
  }

  private static void decide(
      Transaction tx, Actor actor, String takeId, ReviewRequest asked, List<Record> rows) {
    Review then = asked.decision() == Decision.ACCEPT ? Review.ACCEPTED : Review.DISMISSED;
    tx.run(
        """
        UNWIND $ids AS id
        MATCH (i:StockTakeItem {takeId: $take, assetId: id})
        SET i.review = $then, i.reviewedById = $actorId, i.reviewedByName = $actorName,
            i.reviewedAt = $now
        """,
        map(
            "ids", rows.stream().map(row -> row.get("id").asString()).toList(),
            "take", takeId,
            "then", then,
            "actorId", actor.id(),
            "actorName", actor.name(),
            "now", Instant.now()));
    Tally tally = new Tally();
    rows.forEach(row -> tally.review(Review.valueOf(row.get("review").asString()), then, 1));
    tally.write(tx, takeId);
  }

  private static Map<String, @Nullable Object> parameters(
      Actor actor, String takeId, ReviewRequest asked, String name, Object value) {
    return map(
        "take",
        takeId,
        "outcome",
        asked.outcome(),
        "open",
        List.of(Review.PROPOSED, Review.ACCEPTED, Review.DISMISSED),
        "proposed",
        Review.PROPOSED,
        name,
        value);
  }
}
