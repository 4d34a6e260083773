package asset2go.booking;

import static asset2go.graph.Parameters.map;

import asset2go.asset.EquipmentStatus;
import asset2go.asset.Holder;
import asset2go.asset.Transition;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.problem.DomainError;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** What bookings have to say about the life of an asset. */
public final class BookingGuard {

  private BookingGuard() {}

  /**
   * Refuses to hand out what somebody else has booked for the time until it is due, by itself or as
   * one of any of its model, and to dispose of what is booked. Locks the model before the asset.
   */
  public static void check(Transaction tx, String assetId, Transition asked, Instant now) {
    if (asked.to() == EquipmentStatus.DISPOSED) {
      refuseWhileBooked(tx, assetId, now);
    }
    if (asked.to() == EquipmentStatus.CHECKED_OUT && asked.custodian() != null) {
      String modelId = Locks.take(tx, List.of(), List.of(assetId)).get(assetId);
      boolean available =
          tx.one(
                  "MATCH (a:Asset {id: $id, status: 'AVAILABLE'}) RETURN a.id",
                  Map.of("id", assetId))
              .isPresent();
      if (available) {
        Window custody = new Window(now.toEpochMilli(), Stocks.custodyEnd(asked.due(), now));
        refuseReserved(tx, assetId, asked.custodian(), custody, now);
        if (modelId != null) {
          refuseNeeded(tx, assetId, modelId, custody, now);
        }
      }
    }
  }

  private static void refuseReserved(
      Transaction tx, String assetId, Holder to, Window custody, Instant now) {
    tx.one(
            """
            MATCH (:Asset {id: $id})<-[r:RESERVES]-(b:Booking)
            WHERE r.busyTo > $now AND b.personId <> $person
              AND ($end IS NULL OR r.busyFrom < $end)
            RETURN r.busyFrom AS from, r.busyTo AS to
            ORDER BY from
            LIMIT 1
            """,
            map(
                "id",
                assetId,
                "now",
                now,
                "person",
                to.kind() == Holder.Kind.PERSON ? to.id() : "",
                "end",
                end(custody)))
        .ifPresent(BookingGuard::refuse);
  }

  private static void refuseNeeded(
      Transaction tx, String assetId, String modelId, Window custody, Instant now) {
    Stocks stocks = new Stocks(tx, now, "");
    List<Demand> promised = stocks.demands(modelId);
    if (promised.isEmpty()) {
      return;
    }
    Stock before = stocks.ofModel(modelId);
    if (!Availability.accepts(
        before, before.with(assetId, custody), promised, List.of(), custody)) {
      throw new DomainError.TransitionRefused(
          "Every asset of its model is needed for what is booked in that time.");
    }
  }

  private static @Nullable Instant end(Window custody) {
    return custody.to() == Window.FOREVER ? null : Instant.ofEpochMilli(custody.to());
  }

  private static void refuse(Record row) {
    throw new DomainError.TransitionRefused(
        "The asset is booked from %s to %s."
            .formatted(Values.instant(row.get("from")), Values.instant(row.get("to"))));
  }

  /** Refuses what would take an asset from those who have booked it. */
  public static void refuseWhileBooked(Transaction tx, String assetId, Instant now) {
    tx.one(
            """
            MATCH (:Asset {id: $id})<-[r:RESERVES]-(:Booking)
            WHERE r.busyTo > $now
            RETURN r.busyFrom AS from, r.busyTo AS to
            ORDER BY from
            LIMIT 1
            """,
            map("id", assetId, "now", now))
        .ifPresent(
            row -> {
              throw new DomainError.Conflict(
                  "The asset is booked from %s to %s: change or cancel that first."
                      .formatted(Values.instant(row.get("from")), Values.instant(row.get("to"))));
            });
  }
}
