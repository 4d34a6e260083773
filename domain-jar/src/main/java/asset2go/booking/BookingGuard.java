package asset2go.booking;

import static asset2go.graph.Parameters.map;

import asset2go.asset.EquipmentStatus;
import asset2go.asset.Handing;
import asset2go.asset.Holder;
import asset2go.asset.Plan;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What bookings have to say about the life of assets: of one, or of those of a basket, one after
 * the other, since each that is handed out is one less for what is booked.
 */
public final class BookingGuard {

  private final Transaction tx;
  private final Instant now;
  private final Map<String, @Nullable String> models;
  private final Map<String, Stock> stocks = new HashMap<>();
  private final Map<String, List<Demand>> promised = new HashMap<>();

  private BookingGuard(Transaction tx, Instant now, Map<String, @Nullable String> models) {
    this.tx = tx;
    this.now = now;
    this.models = models;
  }

  /**
   * Locks what decides about handing out: the models of the assets, then the assets. Whoever locks
   * custodians does so before, whoever locks bookings after.
   *
   * @param leaving the assets that might be handed out
   */
  public static BookingGuard lock(Transaction tx, Collection<String> leaving, Instant now) {
    return new BookingGuard(
        tx, now, leaving.isEmpty() ? Map.of() : Locks.take(tx, List.of(), leaving));
  }

  /**
   * Refuses to hand out what somebody else has booked for the time until it is due, by itself or as
   * one of any of its model, and to dispose of what is booked. What it accepts counts for the next.
   */
  public void check(Plan plan) {
    if (plan.to() == EquipmentStatus.DISPOSED) {
      refuseWhileBooked(tx, plan.asset().id(), now);
    }
    Handing begins = plan.begins();
    if (begins != null) {
      String assetId = plan.asset().id();
      Window custody = new Window(now.toEpochMilli(), Stocks.custodyEnd(begins.due(), now));
      refuseReserved(assetId, begins.to(), custody);
      String modelId = models.get(assetId);
      if (modelId != null) {
        refuseNeeded(assetId, modelId, custody);
      }
    }
  }

  private void refuseReserved(String assetId, Holder to, Window custody) {
    tx.one(
            """
            MATCH (:Asset {id: $id})<-[r:RESERVES]-(b:Booking)
            WHERE r.busyTo > $now AND b.personId <> $person
              AND ($end IS NULL OR r.busyFrom < $end)
              AND (r.outAt IS NULL OR r.backAt IS NOT NULL)
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
                custody.to() == Window.FOREVER ? null : Instant.ofEpochMilli(custody.to())))
        .ifPresent(
            row -> {
              throw new DomainError.TransitionRefused(
                  Fault.BOOKED,
                  "The asset is booked from %s to %s."
                      .formatted(Values.instant(row.get("from")), Values.instant(row.get("to"))));
            });
  }

  private void refuseNeeded(String assetId, String modelId, Window custody) {
    Stocks read = new Stocks(tx, now, "");
    List<Demand> demands = promised.computeIfAbsent(modelId, read::demands);
    if (demands.isEmpty()) {
      return;
    }
    Stock before = stocks.computeIfAbsent(modelId, read::ofModel);
    Stock after = before.with(assetId, custody);
    if (!Availability.accepts(before, after, demands, List.of(), custody)) {
      throw new DomainError.TransitionRefused(
          Fault.BOOKED, "Every asset of its model is needed for what is booked in that time.");
    }
    stocks.put(modelId, after);
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
