package asset2go.booking;

import static asset2go.graph.Parameters.map;

import asset2go.asset.EquipmentStatus;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Reads what there is and what of it is promised.
 *
 * @param now what ended before is of no interest
 * @param except id of a booking that does not count, since it is about to change; empty for none
 */
record Stocks(Transaction tx, Instant now, String except) {

  /** Statuses in which equipment may be promised for later. */
  static final Set<EquipmentStatus> BOOKABLE =
      EnumSet.of(
          EquipmentStatus.AVAILABLE,
          EquipmentStatus.CHECKED_OUT,
          EquipmentStatus.IN_TRANSIT,
          EquipmentStatus.IN_MAINTENANCE);

  /** What is late is expected within that time. */
  private static final Duration LATE = Duration.ofDays(1);

  private static final String TAKEN =
      """
      WHERE a.status IN $bookable
      WITH a,
           COLLECT {
             MATCH (a)<-[r:RESERVES]-(b:Booking)
             WHERE b.id <> $except
               AND (r.busyTo > $now OR (r.outAt IS NOT NULL AND r.backAt IS NULL))
             RETURN r{.busyFrom, .busyTo, out: r.outAt IS NOT NULL AND r.backAt IS NULL}
           } AS reserved,
           EXISTS { (a)-[:HELD_BY]->() } AND NOT EXISTS {
             MATCH (a)<-[r:RESERVES]-(:Booking) WHERE r.outAt IS NOT NULL AND r.backAt IS NULL
           } AS held
      """;

  /** The assets of a model. */
  Stock ofModel(String modelId) {
    int size =
        tx.one(
                """
                MATCH (:AssetModel {id: $id})<-[:OF_MODEL]-(a:Asset)
                WHERE a.status IN $bookable
                RETURN count(a) AS size
                """,
                map("id", modelId, "bookable", BOOKABLE))
            .orElseThrow()
            .get("size")
            .asInt();
    Map<String, List<Window>> taken = new TreeMap<>();
    tx.rows(
            """
            MATCH (:AssetModel {id: $id})<-[:OF_MODEL]-(a:Asset)
            WHERE EXISTS { (a)<-[:RESERVES]-() } OR EXISTS { (a)-[:HELD_BY]->() }
            WITH a
            %s
            WHERE held OR size(reserved) > 0
            RETURN a.id AS id, a.due AS due, held, reserved
            """
                .formatted(TAKEN),
            parameters(modelId))
        .forEach(row -> taken.put(row.get("id").asString(), windows(row)));
    return new Stock(size - taken.size(), taken);
  }

  /** An asset by itself, as if it were the only one of a model; empty where it is out of use. */
  Stock ofAsset(String assetId) {
    return tx.one(
            """
            MATCH (a:Asset {id: $id})
            %s
            RETURN a.due AS due, held, reserved
            """
                .formatted(TAKEN),
            parameters(assetId))
        .map(row -> new Stock(0, Map.of(assetId, windows(row))))
        .orElse(new Stock(0, Map.of()));
  }

  /** Requests for any of a model that are not handed out yet. */
  List<Demand> demands(String modelId) {
    return tx.list(
        """
        MATCH (:AssetModel {id: $id})<-[r:REQUESTS]-(b:Booking)
        WHERE r.busyTo > $now AND r.open > 0 AND b.id <> $except
        RETURN b.id AS id, r.busyFrom AS busyFrom, r.busyTo AS busyTo, r.open AS open
        """,
        parameters(modelId),
        row ->
            new Demand(
                row.get("id").asString(),
                Window.of(Values.instant(row.get("busyFrom")), Values.instant(row.get("busyTo"))),
                row.get("open").asInt()));
  }

  /** Until when custody takes an asset: its due day counts to its end, in UTC. */
  static long custodyEnd(@Nullable LocalDate due, Instant now) {
    return due == null
        ? Window.FOREVER
        : late(due.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), now).toEpochMilli();
  }

  static Instant late(Instant expected, Instant now) {
    return expected.isAfter(now) ? expected : now.plus(LATE);
  }

  private List<Window> windows(Record row) {
    List<Window> windows = new ArrayList<>(row.get("reserved").asList(this::window));
    if (row.get("held").asBoolean()) {
      windows.add(new Window(now.toEpochMilli(), custodyEnd(Values.date(row.get("due")), now)));
    }
    return windows;
  }

  private Window window(Value reserved) {
    Instant to = Values.instant(reserved.get("busyTo"));
    return Window.of(
        Values.instant(reserved.get("busyFrom")),
        reserved.get("out").asBoolean() ? late(to, now) : to);
  }

  private Map<String, @Nullable Object> parameters(String id) {
    return map("id", id, "now", now, "except", except, "bookable", BOOKABLE);
  }
}
