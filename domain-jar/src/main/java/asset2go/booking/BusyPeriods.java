package asset2go.booking;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.page.Ref;
import asset2go.right.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * When equipment is taken, as somebody may know it: whose booking it is, only where they may see
 * that booking.
 *
 * @param except id of a booking that does not count; empty for none
 */
record BusyPeriods(
    Transaction tx, Actor actor, Instant from, Instant to, Instant now, String except) {

  /** No more than anybody reads. */
  private static final int MOST = 50;

  private static final String COLUMNS =
      """
      RETURN r.busyFrom AS busyFrom,
             CASE WHEN r.outAt IS NOT NULL AND r.backAt IS NULL AND r.busyTo < $late
                  THEN $late ELSE r.busyTo END AS busyTo,
             coalesce(r.open, 1) AS quantity,
             CASE WHEN %s
                  THEN b{.id, name: [(b)-[:BOOKED_FOR]->(p) | p.name][0]} END AS booking
      ORDER BY busyFrom, b.id
      LIMIT $most
      """;

  private String view() {
    return COLUMNS.formatted(BookingSight.booking(actor));
  }

  /** Of an asset that the actor sees: its reservations and the custody that lasts. */
  List<BusyPeriod> ofAsset(String assetId) {
    List<BusyPeriod> periods =
        new ArrayList<>(
            tx.list(
                """
                MATCH (:Asset {id: $id})<-[r:RESERVES]-(b:Booking)
                WHERE r.busyFrom < $to AND b.id <> $except
                  AND (r.busyTo > $from OR (r.outAt IS NOT NULL AND r.backAt IS NULL))
                """
                    + view(),
                parameters(assetId),
                BusyPeriods::period));
    periods.addAll(held("MATCH (a:Asset {id: $id})", assetId));
    return sorted(periods);
  }

  /** Requests for any of a model. */
  List<BusyPeriod> ofRequests(String modelId) {
    return tx.list(
        """
        MATCH (m:AssetModel {id: $id})<-[r:REQUESTS]-(b:Booking)
        WHERE r.busyFrom < $to AND r.busyTo > $from AND r.open > 0 AND b.id <> $except
          AND (%s OR %s)
        """
                .formatted(actor.scope().model("m"), BookingSight.booking(actor))
            + view(),
        parameters(modelId),
        BusyPeriods::period);
  }

  /** All that takes assets of a model. */
  List<BusyPeriod> ofModel(String modelId) {
    List<BusyPeriod> periods = new ArrayList<>(ofRequests(modelId));
    periods.addAll(
        tx.list(
            """
            MATCH (:AssetModel {id: $id})<-[:OF_MODEL]-(a:Asset)<-[r:RESERVES]-(b:Booking)
            WHERE r.busyFrom < $to AND b.id <> $except AND %s
              AND (r.busyTo > $from OR (r.outAt IS NOT NULL AND r.backAt IS NULL))
            """
                    .formatted(actor.scope().asset("a"))
                + view(),
            parameters(modelId),
            BusyPeriods::period));
    periods.addAll(held("MATCH (:AssetModel {id: $id})<-[:OF_MODEL]-(a:Asset)", modelId));
    return sorted(periods);
  }

  /** Custody that came from no booking, or from one that is not out any more. */
  private List<BusyPeriod> held(String match, String id) {
    return tx
        .list(
            match
                + """

                WHERE EXISTS { (a)-[:HELD_BY]->() } AND NOT EXISTS {
                  MATCH (a)<-[r:RESERVES]-(:Booking) WHERE r.outAt IS NOT NULL AND r.backAt IS NULL
                } AND %s
                RETURN a.due AS due
                LIMIT $most
                """
                    .formatted(actor.scope().asset("a")),
            parameters(id),
            row -> Stocks.custodyEnd(Values.date(row.get("due")), now))
        .stream()
        .filter(end -> end > from.toEpochMilli() && now.isBefore(to))
        .map(
            end ->
                new BusyPeriod(
                    now,
                    end == Window.FOREVER ? null : Instant.ofEpochMilli(end),
                    BusyPeriod.Kind.HELD,
                    1,
                    null))
        .toList();
  }

  private static BusyPeriod period(Record row) {
    Ref booking = Values.ref(row.get("booking"));
    return new BusyPeriod(
        Values.instant(row.get("busyFrom")),
        Values.instant(row.get("busyTo")),
        BusyPeriod.Kind.BOOKED,
        row.get("quantity").asInt(),
        booking);
  }

  private static List<BusyPeriod> sorted(List<BusyPeriod> periods) {
    return periods.stream().sorted(Comparator.comparing(BusyPeriod::from)).limit(MOST).toList();
  }

  private Map<String, @Nullable Object> parameters(String id) {
    Scope scope = actor.scope();
    Map<String, @Nullable Object> parameters = scope.parameters();
    parameters.putAll(BookingSight.parameters(actor));
    parameters.putAll(
        map(
            "id", id,
            "from", from,
            "to", to,
            "late", Stocks.late(now, now),
            "except", except,
            "most", MOST));
    return parameters;
  }
}
