package asset2go.booking;

import asset2go.asset.Asset;
import asset2go.asset.AssetEvent.Change;
import asset2go.asset.Condition;
import asset2go.asset.Custodian;
import asset2go.asset.Decision;
import asset2go.asset.EquipmentStatus;
import asset2go.asset.Holder;
import asset2go.asset.Plan;
import asset2go.asset.Steps;
import asset2go.asset.Transition;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.graph.Work;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Handing out what was booked and taking it back, all at once or in parts. */
@ApplicationScoped
public class Handovers {

  private @Inject Graph graph;
  private @Inject Events events;
  private @Inject Steps steps;
  private @Inject Turnstile turnstile;

  /**
   * Hands out assets of a booking to the person it is for.
   *
   * @param expected the version that the caller saw; null for whatever is there
   */
  public Booking checkOut(Actor actor, String id, @Nullable Long expected, BookingCheckOut asked) {
    Instant now = Instant.now();
    return write(
        tx -> {
          Booking seen = BookingView.one(tx, actor, id);
          List<String> assetIds = toFetch(seen, asked.assetIds());
          Custodian custodian = custodian(tx, seen, assetIds);
          String basketId = Ids.next();
          Map<String, @Nullable String> models = Locks.take(tx, List.of(), assetIds);
          Map<String, Asset> assets = steps.lock(tx, assetIds);
          Map<String, Actor> here = handlers(tx, actor, assetIds);
          Booking booking = lock(tx, actor, id, expected);
          if (!booking.person().id().equals(seen.person().id())) {
            throw new DomainError.Stale("booking");
          }
          if (booking.state() == BookingState.REQUESTED) {
            throw new DomainError.Conflict("The booking is not approved yet.");
          }
          if (!booking.to().isAfter(now)) {
            throw new DomainError.Conflict("The period of the booking is over: extend it first.");
          }
          List<Plan> plans = new ArrayList<>();
          for (String assetId : assetIds) {
            Decision decision =
                new Decision(Objects.requireNonNull(here.get(assetId)), custodian, basketId);
            fetch(tx, booking, assetId, models.get(assetId), now);
            plans.add(
                decision.about(Objects.requireNonNull(assets.get(assetId)), handingOut(booking)));
          }
          steps.write(tx, actor, plans, now);
          List<Change> changes =
              plans.stream().map(plan -> new Change("asset", null, plan.asset().tag())).toList();
          BookingEdges.settle(tx, id, BookingState.COMPLETED, now);
          events.append(tx, "Booking", id, "CHECKED_OUT", actor, now, changes);
          return BookingView.one(tx, actor, id);
        });
  }

  private Booking write(Work<Booking> work) {
    return turnstile.pass(() -> graph.write(work));
  }

  private static List<String> toFetch(Booking booking, @Nullable List<String> named) {
    List<String> ids =
        named != null
            ? named
            : booking.lines().stream()
                .filter(line -> line.asset() != null && line.open() > 0)
                .map(line -> Objects.requireNonNull(line.asset()).id())
                .toList();
    if (ids.isEmpty()) {
      throw new DomainError.Invalid("assetIds", "must name what is handed out");
    }
    return List.copyOf(new TreeSet<>(ids));
  }

  /** Locks who it is for: before equipment, as everybody does. */
  private static Custodian custodian(Transaction tx, Booking booking, List<String> assetIds) {
    Holder person = new Holder(Holder.Kind.PERSON, booking.person().id(), null);
    Custodian custodian =
        Custodian.lock(tx, person, assetIds, "person")
            .orElseThrow(() -> Custodian.unknown(person, "person"));
    custodian.checkPresent("person");
    return custodian;
  }

  /** The actor for each of these assets, which they hand out all. */
  private static Map<String, Actor> handlers(Transaction tx, Actor actor, List<String> assetIds) {
    Map<String, Actor> here = Rights.over(tx, actor, assetIds, Duty.HANDLE.roles());
    Set<String> there = Locks.modelsOf(tx, assetIds).keySet();
    for (String id : assetIds) {
      Actor one = here.get(id);
      if (one == null || !there.contains(id)) {
        throw new DomainError.Invalid("assetIds", Fault.UNKNOWN, "there is no asset " + id);
      }
      if (!one.holds(Duty.HANDLE.roles())) {
        throw new DomainError.Forbidden("Your role does not allow this here.");
      }
    }
    return here;
  }

  private static Transition handingOut(Booking booking) {
    LocalDate due = LocalDate.ofInstant(booking.to(), ZoneId.of(booking.zone()));
    Holder person = new Holder(Holder.Kind.PERSON, booking.person().id(), null);
    return new Transition(EquipmentStatus.CHECKED_OUT, null, null, null, person, due, null);
  }

  /** Notes that one is fetched, where it may be. */
  private static void fetch(
      Transaction tx, Booking booking, String assetId, @Nullable String modelId, Instant now) {
    boolean reserved = FetchedEdges.isOpen(tx, booking.id(), assetId);
    if (!reserved && (modelId == null || FetchedEdges.open(tx, booking.id(), modelId) == 0)) {
      throw new DomainError.Conflict(
          "assetIds", "asset " + assetId + " is not booked, nor one of its model any more");
    }
    requireFree(tx, booking, assetId, modelId, reserved, now);
    if (reserved) {
      FetchedEdges.fetch(tx, booking.id(), assetId, now);
    } else {
      FetchedEdges.draw(tx, booking, assetId, Objects.requireNonNull(modelId), now);
    }
  }

  /** Others, and the rest of this booking, must still get theirs. */
  private static void requireFree(
      Transaction tx,
      Booking booking,
      String assetId,
      @Nullable String modelId,
      boolean reserved,
      Instant now) {
    Window own = FetchedEdges.window(tx, booking.id(), assetId, modelId, reserved);
    Window window = new Window(Math.min(now.toEpochMilli(), own.from()), own.to());
    Stocks stocks = new Stocks(tx, now, "");
    Stock all = modelId == null ? stocks.ofAsset(assetId) : stocks.ofModel(modelId);
    Stock before = reserved ? FetchedEdges.without(all, assetId, own) : all;
    List<Demand> promised = modelId == null ? List.of() : stocks.demands(modelId);
    List<Demand> others =
        promised.stream().filter(one -> reserved || !one.id().equals(booking.id())).toList();
    List<Demand> rest =
        promised.stream()
            .filter(one -> !reserved && one.id().equals(booking.id()) && one.quantity() > 1)
            .map(one -> new Demand(one.id(), one.window(), one.quantity() - 1))
            .toList();
    if (before.isTaken(assetId, window)
        || !Availability.accepts(before, before.with(assetId, window), others, rest, window)) {
      throw new DomainError.Conflict(
          "assetIds", "asset " + assetId + " is promised to others in that time: take another");
    }
  }

  /** Takes assets of a booking back. */
  public Booking checkIn(Actor actor, String id, @Nullable Long expected, BookingCheckIn asked) {
    Instant now = Instant.now();
    Condition condition = asked.condition() == null ? Condition.GOOD : asked.condition();
    return write(
        tx -> {
          Booking seen = BookingView.one(tx, actor, id);
          List<String> assetIds = toReturn(seen, asked.assetIds());
          Map<String, Asset> assets = steps.lock(tx, assetIds);
          Map<String, Actor> here = handlers(tx, actor, assetIds);
          lock(tx, actor, id, expected);
          Transition back =
              new Transition(EquipmentStatus.AVAILABLE, null, null, condition, null, null, null);
          steps.write(
              tx,
              actor,
              assets.values().stream()
                  .map(
                      asset ->
                          new Decision(Objects.requireNonNull(here.get(asset.id())), null, null)
                              .about(asset, back))
                  .toList(),
              now);
          return BookingView.one(tx, actor, id);
        });
  }

  private static List<String> toReturn(Booking booking, @Nullable List<String> named) {
    List<String> out =
        booking.lines().stream()
            .flatMap(line -> line.fetched().stream())
            .filter(fetched -> fetched.backAt() == null)
            .map(fetched -> fetched.asset().id())
            .toList();
    List<String> ids = named == null ? out : named;
    if (ids.isEmpty()) {
      throw new DomainError.Conflict("Nothing of the booking is out.");
    }
    ids.stream()
        .filter(id -> !out.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new DomainError.Conflict("assetIds", "asset " + id + " is not out for it");
            });
    return List.copyOf(new TreeSet<>(ids));
  }

  private static Booking lock(Transaction tx, Actor actor, String id, @Nullable Long expected) {
    Locks.booking(tx, id);
    Booking booking = BookingView.one(tx, actor, id);
    if (expected != null && expected != booking.version()) {
      throw new DomainError.Stale("booking");
    }
    if (!booking.state().isLive()) {
      throw new DomainError.Conflict("The booking is over: it is " + booking.state() + ".");
    }
    return booking;
  }
}
