package asset2go.booking;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.graph.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of a booking was fetched. An asset that is handed out for a request is reserved from then
 * on, under the request's line, and the request has one less open.
 */
final class FetchedEdges {

  private FetchedEdges() {}

  /** Whether an asset was booked by itself and not fetched yet. */
  static boolean isOpen(Transaction tx, String id, String assetId) {
    return tx.one(
            """
            MATCH (:Booking {id: $id})-[r:RESERVES]->(:Asset {id: $asset})
            WHERE r.outAt IS NULL
            RETURN r.line
            """,
            Map.of("id", id, "asset", assetId))
        .isPresent();
  }

  /** How many of a model are still to be fetched. */
  static int open(Transaction tx, String id, String modelId) {
    return tx.one(
            """
            MATCH (:Booking {id: $id})-[r:REQUESTS]->(:AssetModel {id: $model})
            RETURN r.open AS open
            """,
            Map.of("id", id, "model", modelId))
        .map(row -> row.get("open").asInt())
        .orElse(0);
  }

  /** Notes that an asset which was booked by itself is out. */
  static void fetch(Transaction tx, String id, String assetId, Instant now) {
    tx.run(
        """
        MATCH (:Booking {id: $id})-[r:RESERVES]->(:Asset {id: $asset})
        WHERE r.outAt IS NULL
        SET r.outAt = $now,
            r.busyFrom = CASE WHEN r.busyFrom > $now THEN $now ELSE r.busyFrom END
        """,
        map("id", id, "asset", assetId, "now", now));
  }

  /** Notes that an asset is out for a request. */
  static void draw(Transaction tx, Booking booking, String assetId, String modelId, Instant now) {
    tx.run(
        """
        MATCH (b:Booking {id: $id})-[q:REQUESTS]->(:AssetModel {id: $model})
        MATCH (a:Asset {id: $asset})
        SET q.open = q.open - 1
        CREATE (b)-[:RESERVES {line: q.line, from: q.from, to: q.to, busyTo: q.busyTo, outAt: $now,
                  busyFrom: CASE WHEN q.busyFrom > $now THEN $now ELSE q.busyFrom END}]->(a)
        """,
        map("id", booking.id(), "model", modelId, "asset", assetId, "now", now));
  }

  /** When an asset of a booking is taken, or one of those of a model that it asks for. */
  static Window window(
      Transaction tx, String id, String assetId, @Nullable String modelId, boolean reserved) {
    return tx.one(
            reserved
                ? """
                  MATCH (:Booking {id: $id})-[r:RESERVES]->(:Asset {id: $asset})
                  WHERE r.outAt IS NULL
                  RETURN r.busyFrom AS from, r.busyTo AS to
                  """
                : """
                  MATCH (:Booking {id: $id})-[r:REQUESTS]->(:AssetModel {id: $model})
                  RETURN r.busyFrom AS from, r.busyTo AS to
                  """,
            map("id", id, "asset", assetId, "model", modelId))
        .map(row -> Window.of(Values.instant(row.get("from")), Values.instant(row.get("to"))))
        .orElseThrow();
  }

  /** The stock as if a booking did not have this asset. */
  static Stock without(Stock stock, String assetId, Window own) {
    List<Window> rest = new ArrayList<>(stock.taken().getOrDefault(assetId, List.of()));
    rest.remove(own);
    Map<String, List<Window>> taken = new TreeMap<>(stock.taken());
    taken.put(assetId, rest);
    return new Stock(stock.free(), taken);
  }
}
