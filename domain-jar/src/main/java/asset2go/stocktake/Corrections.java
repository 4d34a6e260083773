package asset2go.stocktake;

import static asset2go.graph.Parameters.map;

import asset2go.asset.Asset;
import asset2go.asset.Moves;
import asset2go.asset.Plan;
import asset2go.asset.Steps;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.problem.DomainError;
import asset2go.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was accepted, piece by piece, by the rules of steps and moves. A correction and the
 * mark that it is written commit together: whoever goes on after a kill finds what is left, and
 * nothing is written twice. What has changed since it was decided about is left alone.
 */
@ApplicationScoped
public class Corrections {

  private static final int PIECE = 50;

  private @Inject Steps steps;
  private @Inject Moves moves;

  /** What has become of one. */
  private record Written(String assetId, @Nullable String refusal) {}

  /**
   * Writes a piece; the stock-take is locked.
   *
   * @return whether there was one
   */
  boolean write(Transaction tx, Actor actor, StockTake take, Instant now) {
    List<Accepted> piece = next(tx, take);
    if (piece.isEmpty()) {
      return false;
    }
    Map<String, Asset> assets = steps.lock(tx, piece.stream().map(Accepted::assetId).toList());
    Map<String, Actor> rights = Rights.over(tx, actor, assets.keySet(), Duty.HANDLE.roles());
    List<Plan> plans = new ArrayList<>();
    List<Written> written = new ArrayList<>();
    List<Runnable> further = new ArrayList<>();
    for (Accepted one : piece) {
      try {
        Asset asset = require(assets.get(one.assetId()), rights.get(one.assetId()));
        Actor here = rights.getOrDefault(one.assetId(), actor);
        Optional<Plan> step = one.plan(here, take, asset);
        Optional<String> target = one.target(asset);
        step.ifPresent(plans::add);
        target.ifPresent(
            place -> further.add(() -> moves.put(tx, actor, asset, place, one.why(take), now)));
        written.add(new Written(one.assetId(), null));
      } catch (DomainError e) {
        written.add(new Written(one.assetId(), e.getMessage()));
      }
    }
    if (!plans.isEmpty()) {
      steps.write(tx, actor, plans, now);
    }
    further.forEach(Runnable::run);
    mark(tx, take, written);
    return true;
  }

  private static Asset require(@Nullable Asset asset, @Nullable Actor here) {
    if (asset == null) {
      throw new DomainError.Conflict("It is in the trash.");
    }
    if (here == null || !here.holds(Duty.HANDLE.roles())) {
      throw new DomainError.Forbidden("Whoever closed the stock-take may not change it.");
    }
    return asset;
  }

  private static List<Accepted> next(Transaction tx, StockTake take) {
    return tx.list(
        """
        MATCH (i:StockTakeItem)
        WHERE i.takeId = $take AND i.review = $accepted
          AND i.tag IS NOT NULL AND i.assetId IS NOT NULL
        WITH i LIMIT $piece
        RETURN i{.*} AS item,
          COLLECT { MATCH (l:Location {id: i.seenPlaceId}) RETURN l.id }[0] AS seenPlaceId,
          EXISTS {
            MATCH (i)-[:OF]->(:Asset)-[:CONTAINED_IN*1..20]->(c:Asset)
            MATCH (o:StockTakeItem {takeId: $take, assetId: c.id})
            WHERE o.moves AND o.seenPlaceId = i.seenPlaceId AND o.review IN $moving
          } AS withContainer
        """,
        map(
            "take",
            take.id(),
            "accepted",
            Review.ACCEPTED,
            "moving",
            List.of(Review.ACCEPTED, Review.DONE),
            "piece",
            PIECE),
        Accepted::of);
  }

  private static void mark(Transaction tx, StockTake take, List<Written> written) {
    Tally tally = new Tally();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Written one : written) {
      Review then = one.refusal() == null ? Review.DONE : Review.REFUSED;
      tally.review(Review.ACCEPTED, then, 1);
      rows.add(map("id", one.assetId(), "review", then, "remark", one.refusal()));
    }
    tx.run(
        """
        UNWIND $rows AS row
        MATCH (i:StockTakeItem {takeId: $take, assetId: row.id})
        SET i.review = row.review, i.remark = row.remark
        """,
        map("rows", rows, "take", take.id()));
    tally.write(tx, take.id());
  }
}
