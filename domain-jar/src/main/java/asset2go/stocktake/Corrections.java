package asset2go.stocktake;

import static asset2go.graph.Parameters.map;
import static asset2go.graph.Values.text;

import asset2go.asset.Asset;
import asset2go.asset.AssetEvent.Change;
import asset2go.asset.Decision;
import asset2go.asset.EquipmentStatus;
import asset2go.asset.Moves;
import asset2go.asset.Plan;
import asset2go.asset.Steps;
import asset2go.asset.Transition;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.RoleName;
import asset2go.problem.DomainError;
import asset2go.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Writes what was accepted, piece by piece, by the rules of steps and moves. A correction and the
 * mark that it is written commit together: whoever goes on after a kill finds what is left, and
 * nothing is written twice. What has changed since it was decided about is left alone.
 */
@ApplicationScoped
public class Corrections {

  private static final int PIECE = 50;
  private static final RoleName[] HANDLERS = {
    RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN
  };

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
    List<Record> rows = next(tx, take);
    if (rows.isEmpty()) {
      return false;
    }
    Map<String, Asset> assets =
        steps.lock(tx, rows.stream().map(row -> item(row).get("assetId").asString()).toList());
    Map<String, Actor> rights = Rights.over(tx, actor, assets.keySet(), HANDLERS);
    List<Plan> plans = new ArrayList<>();
    List<Written> written = new ArrayList<>();
    List<Runnable> further = new ArrayList<>();
    for (Record row : rows) {
      String id = item(row).get("assetId").asString();
      try {
        Asset asset = assets.get(id);
        if (asset == null) {
          throw new DomainError.Conflict("It is in the trash.");
        }
        Actor here = rights.get(id);
        if (here == null || !here.holds(HANDLERS)) {
          throw new DomainError.Forbidden("Whoever closed the stock-take may not change it.");
        }
        decide(here, take, row, asset).ifPresent(plans::add);
        target(row, asset)
            .ifPresent(
                place ->
                    further.add(() -> moves.put(tx, actor, asset, place, why(take, row), now)));
        written.add(new Written(id, null));
      } catch (DomainError e) {
        written.add(new Written(id, e.getMessage()));
      }
    }
    if (!plans.isEmpty()) {
      steps.write(tx, actor, plans, now);
    }
    further.forEach(Runnable::run);
    mark(tx, take, written);
    return true;
  }

  /** What stands in something that is moved to the same place moves with it. */
  private static List<Record> next(Transaction tx, StockTake take) {
    return tx.rows(
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
          } AS movesWithContainer
        """,
        map(
            "take",
            take.id(),
            "accepted",
            Review.ACCEPTED,
            "moving",
            List.of(Review.ACCEPTED, Review.DONE),
            "piece",
            PIECE));
  }

  private static Value item(Record row) {
    return row.get("item");
  }

  /** The step that an asset is to take, where it needs one. */
  private static java.util.Optional<Plan> decide(
      Actor actor, StockTake take, Record row, Asset asset) {
    Value item = item(row);
    Correction correction = Correction.valueOf(item.get("correction").asString());
    EquipmentStatus from = EquipmentStatus.valueOf(item.get("status").asString());
    EquipmentStatus to = goal(correction, from, asset);
    if (asset.status() == to && correction != Correction.MOVE) {
      return java.util.Optional.empty();
    }
    if (asset.status() != from) {
      throw new DomainError.Conflict(
          "It was %s when this was decided, and is %s now.".formatted(from, asset.status()));
    }
    String place = asset.location() == null ? null : asset.location().id();
    if (!Objects.equals(place, text(item.get("placeId")))
        && !Objects.equals(place, text(item.get("seenPlaceId")))) {
      throw new DomainError.Conflict("It has been moved since this was decided.");
    }
    if (to == null) {
      return java.util.Optional.empty();
    }
    Plan plan =
        new Decision(actor, null, null)
            .about(asset, new Transition(to, from, reason(take), null, null, null, null));
    List<Change> changes = new ArrayList<>(plan.changes());
    changes.add(reviewer(item));
    return java.util.Optional.of(
        new Plan(
            plan.asset(),
            plan.kind(),
            plan.to(),
            plan.condition(),
            plan.ends(),
            plan.begins(),
            plan.notes(),
            changes));
  }

  /** The status that is wanted; null where it stays. */
  private static @Nullable EquipmentStatus goal(
      Correction correction, EquipmentStatus from, Asset asset) {
    EquipmentStatus back =
        asset.holder() == null ? EquipmentStatus.AVAILABLE : EquipmentStatus.CHECKED_OUT;
    return switch (correction) {
      case MARK_MISSING -> EquipmentStatus.MISSING;
      case MARK_FOUND -> back;
      case RECEIVE -> from == EquipmentStatus.ORDERED ? EquipmentStatus.RECEIVED : back;
      case MOVE -> null;
    };
  }

  /** Where an asset is to be moved to. */
  private static java.util.Optional<String> target(Record row, Asset asset) {
    String seen = text(item(row).get("seenPlaceId"));
    boolean there = asset.location() != null && asset.location().id().equals(seen);
    if (!item(row).get("moves").asBoolean(false)
        || seen == null
        || there
        || row.get("movesWithContainer").asBoolean()) {
      return java.util.Optional.empty();
    }
    if (row.get("seenPlaceId").isNull()) {
      throw new DomainError.Conflict("The location where it was seen is no more.");
    }
    return java.util.Optional.of(seen);
  }

  private static List<Change> why(StockTake take, Record row) {
    return List.of(new Change("reason", null, reason(take)), reviewer(item(row)));
  }

  private static String reason(StockTake take) {
    return "Stock-take: " + take.name();
  }

  private static Change reviewer(Value item) {
    return new Change("reviewedBy", null, item.get("reviewedByName").asString());
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
