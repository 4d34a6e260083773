package asset2go.stocktake;

import static asset2go.graph.Values.text;

import asset2go.asset.Asset;
import asset2go.asset.AssetEvent.Change;
import asset2go.asset.Decision;
import asset2go.asset.EquipmentStatus;
import asset2go.asset.Plan;
import asset2go.asset.Transition;
import asset2go.identity.Actor;
import asset2go.problem.DomainError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * A correction that was accepted, and what it was decided on.
 *
 * @param status that the asset had
 * @param placeId where it belonged
 * @param moves whether it is moved to where it was seen
 * @param withContainer whether it stands in something that is moved there
 * @param placeIsGone whether there is no such place any more
 */
record Accepted(
    String assetId,
    Correction correction,
    EquipmentStatus status,
    @Nullable String placeId,
    @Nullable String seenPlaceId,
    boolean moves,
    boolean withContainer,
    boolean placeIsGone,
    String reviewer) {

  static Accepted of(Record row) {
    Value i = row.get("item");
    return new Accepted(
        i.get("assetId").asString(),
        Correction.valueOf(i.get("correction").asString()),
        EquipmentStatus.valueOf(i.get("status").asString()),
        text(i.get("placeId")),
        text(i.get("seenPlaceId")),
        i.get("moves").asBoolean(false),
        row.get("withContainer").asBoolean(),
        row.get("seenPlaceId").isNull(),
        i.get("reviewedByName").asString());
  }

  /**
   * The step that the asset is to take, where it needs one.
   *
   * @param asset locked
   * @throws DomainError where it is no longer as it was decided on, or the rules refuse
   */
  Optional<Plan> plan(Actor actor, StockTake take, Asset asset) {
    EquipmentStatus to = goal(asset);
    if (asset.status() == to) {
      return Optional.empty();
    }
    requireUnchanged(asset);
    if (to == null) {
      return Optional.empty();
    }
    Transition step = new Transition(to, status, reason(take), null, null, null, null);
    Plan plan = new Decision(actor, null, null).about(asset, step);
    List<Change> changes = new ArrayList<>(plan.changes());
    changes.add(reviewed());
    return Optional.of(
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
  private @Nullable EquipmentStatus goal(Asset asset) {
    EquipmentStatus back =
        asset.holder() == null ? EquipmentStatus.AVAILABLE : EquipmentStatus.CHECKED_OUT;
    return switch (correction) {
      case MARK_MISSING -> EquipmentStatus.MISSING;
      case MARK_FOUND -> back;
      case RECEIVE -> status == EquipmentStatus.ORDERED ? EquipmentStatus.RECEIVED : back;
      case MOVE -> null;
    };
  }

  private void requireUnchanged(Asset asset) {
    if (asset.status() != status) {
      throw new DomainError.Conflict(
          "It was %s when this was decided, and is %s now.".formatted(status, asset.status()));
    }
    String place = place(asset);
    if (!Objects.equals(place, placeId) && !Objects.equals(place, seenPlaceId)) {
      throw new DomainError.Conflict("It has been moved since this was decided.");
    }
  }

  /** Where the asset is to be moved to; what stands in something that moves there moves with it. */
  Optional<String> target(Asset asset) {
    if (!moves || withContainer || seenPlaceId == null || seenPlaceId.equals(place(asset))) {
      return Optional.empty();
    }
    if (placeIsGone) {
      throw new DomainError.Conflict("The location where it was seen is no more.");
    }
    return Optional.of(seenPlaceId);
  }

  private static @Nullable String place(Asset asset) {
    return asset.location() == null ? null : asset.location().id();
  }

  /** What the event of a move tells beside the places. */
  List<Change> why(StockTake take) {
    return List.of(new Change("reason", null, reason(take)), reviewed());
  }

  private static String reason(StockTake take) {
    return "Stock-take: " + take.name();
  }

  private Change reviewed() {
    return new Change("reviewedBy", null, reviewer);
  }
}
