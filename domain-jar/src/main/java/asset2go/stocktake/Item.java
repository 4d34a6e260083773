package asset2go.stocktake;

import static asset2go.graph.Parameters.map;
import static asset2go.graph.Values.instantOrNull;
import static asset2go.graph.Values.text;

import asset2go.asset.AssetRef;
import asset2go.asset.AssetView;
import asset2go.asset.EquipmentStatus;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.page.Ref;
import asset2go.stocktake.ScanBatch.One;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * An asset of a stock-take while scans of it are looked at.
 *
 * @param above the place where it belongs and all above that
 * @param outcome null where it was neither expected nor seen
 * @param seenAt when its latest scan was made
 * @param seenId what that scan was sent with
 */
record Item(
    AssetRef asset,
    @Nullable Ref place,
    Set<String> above,
    boolean expected,
    @Nullable Outcome outcome,
    @Nullable Correction correction,
    @Nullable Review review,
    boolean moves,
    @Nullable String seenPlaceId,
    @Nullable Instant seenAt,
    @Nullable String seenId,
    @Nullable Actor seenBy) {

  static Item of(Record row) {
    Value i = row.get("item");
    boolean known = !i.isNull();
    return new Item(
        AssetView.assetRef(row.get("asset")),
        Values.ref(row.get("place")),
        Set.copyOf(row.get("above").asList(Value::asString)),
        known && i.get("expected").asBoolean(),
        known ? Outcome.valueOf(i.get("outcome").asString()) : null,
        known && !i.get("correction").isNull()
            ? Correction.valueOf(i.get("correction").asString())
            : null,
        known && !i.get("review").isNull() ? Review.valueOf(i.get("review").asString()) : null,
        known && i.get("moves").asBoolean(false),
        known ? text(i.get("seenPlaceId")) : null,
        known ? instantOrNull(i.get("seenAt")) : null,
        known ? text(i.get("seenId")) : null,
        null);
  }

  /**
   * The same after a scan. An earlier one changes nothing, whenever it arrives; a decision holds as
   * long as what it was about.
   *
   * @param placeId where it was scanned; null for anywhere
   */
  Item after(One scan, Instant at, @Nullable String placeId, Actor by) {
    if (seenAt != null
        && (at.isBefore(seenAt) || at.equals(seenAt) && scan.id().compareTo(seenId()) < 0)) {
      return this;
    }
    boolean here = placeId == null || above.contains(placeId);
    Judgement now = Judgement.seen(expected, status(), here);
    boolean same =
        now.outcome() == outcome
            && now.correction() == correction
            && now.moves() == moves
            && Objects.equals(placeId, seenPlaceId);
    Review then = now.correction() == null ? null : same ? review : Review.PROPOSED;
    return new Item(
        asset,
        place,
        above,
        expected,
        now.outcome(),
        now.correction(),
        then,
        now.moves(),
        placeId,
        at,
        scan.id(),
        by);
  }

  private EquipmentStatus status() {
    return asset.status();
  }

  /** What to write of it. */
  Map<String, @Nullable Object> properties() {
    Map<String, @Nullable Object> properties =
        map(
            "outcome", outcome,
            "status", status(),
            "placeId", place == null ? null : place.id(),
            "correction", correction,
            "moves", moves ? true : null,
            "seenPlaceId", seenPlaceId,
            "seenAt", seenAt,
            "seenId", seenId,
            "seenById", seenBy == null ? null : seenBy.id(),
            "seenByName", seenBy == null ? null : seenBy.name(),
            "review", review);
    if (review == null || review == Review.PROPOSED) {
      properties.putAll(map("reviewedById", null, "reviewedByName", null));
    }
    return properties;
  }
}
