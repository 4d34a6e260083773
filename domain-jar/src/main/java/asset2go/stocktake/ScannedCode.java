package asset2go.stocktake;

import static asset2go.graph.Parameters.map;
import static asset2go.graph.Values.instant;
import static asset2go.graph.Values.text;

import asset2go.identity.Actor;
import asset2go.page.Ref;
import asset2go.problem.Fault;
import asset2go.problem.Problem.FieldError;
import asset2go.stocktake.ScanBatch.One;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * A scan while it is taken: which asset it means, and where that was.
 *
 * @param id of the scan in the graph
 * @param at when it was made, as far as that is believed
 * @param place where; null for anywhere
 * @param assetId null where there is none, or more than one
 * @param kept whether it is taken down
 */
record ScannedCode(
    String id,
    One scan,
    Instant at,
    @Nullable Ref place,
    @Nullable String assetId,
    @Nullable FieldError error,
    boolean kept) {

  /** One that was taken before. */
  static ScannedCode of(Value s) {
    String fault = text(s.get("fault"));
    String code = s.get("code").asString();
    return new ScannedCode(
        s.get("id").asString(),
        new One(s.get("clientId").asString(), code, instant(s.get("at")), null),
        instant(s.get("at")),
        null,
        text(s.get("assetId")),
        fault == null
            ? null
            : FieldError.of("code", Fault.valueOf(fault), "names no asset, or more than one"),
        false);
  }

  Map<String, @Nullable Object> properties(String takeId, Actor actor, Instant now) {
    return map(
        "id",
        id,
        "takeId",
        takeId,
        "clientId",
        scan.id(),
        "code",
        scan.code(),
        "at",
        at,
        "receivedAt",
        now,
        "byId",
        actor.id(),
        "byName",
        actor.name(),
        "placeId",
        place == null ? null : place.id(),
        "assetId",
        assetId,
        "unknown",
        error == null ? null : true,
        "fault",
        error == null ? null : error.code());
  }

  ScanResult.One result(One asked, boolean repeated, Map<String, Item> items) {
    Item item = assetId == null ? null : items.get(assetId);
    return new ScanResult.One(
        asked.id(),
        asked.code(),
        repeated,
        item == null ? null : item.outcome(),
        item == null ? null : item.asset(),
        item == null ? null : item.place(),
        error);
  }
}
