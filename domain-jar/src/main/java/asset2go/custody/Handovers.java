package asset2go.custody;

import asset2go.asset.Asset;
import asset2go.asset.Condition;
import asset2go.asset.Custodian;
import asset2go.asset.Holder;
import asset2go.asset.HolderSight;
import asset2go.asset.Plan;
import asset2go.asset.Steps;
import asset2go.booking.BookingGuard;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.maintenance.CalibrationGuard;
import asset2go.problem.DomainError;
import asset2go.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Baskets that change hands. Who takes them is locked first, then what bookings decide by, then the
 * assets in the order of their ids; then it is decided about each, and only then written. So of two
 * people who want the same basket one has it whole, and the other learns of each item why not.
 */
@ApplicationScoped
public class Handovers {

  private @Inject Graph graph;
  private @Inject Steps steps;
  private @Inject DueDays dueDays;

  /** Hands a basket to somebody. */
  public Basket checkOut(Actor actor, CheckOut asked, Bulk bulk) {
    String basketId = Ids.next();
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          List<Line> lines = lines(tx, actor, asked.items());
          Custodian custodian = custodian(tx, actor, asked.to(), lines);
          Handover out = new Handover.Out(custodian, asked, basketId);
          return run(tx, actor, lines, out, bulk, now, basketId);
        });
  }

  /** Takes a basket back, or a part of it. */
  public Basket checkIn(Actor actor, CheckIn asked, Bulk bulk) {
    Instant now = Instant.now();
    return graph.write(
        tx ->
            run(
                tx,
                actor,
                lines(tx, actor, asked.items()),
                new Handover.In(asked.condition(), asked.notes()),
                bulk,
                now,
                null));
  }

  /** Says by when what is out is to come back; what is booked by others by then stays as it is. */
  public Basket changeDue(Actor actor, DueChange asked, Bulk bulk) {
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          List<Line> lines = lines(tx, actor, asked.items());
          return run(tx, actor, lines, new Handover.Due(asked), bulk, now, null);
        });
  }

  /** Passes a basket on to somebody else. */
  public Basket transfer(Actor actor, CheckOut asked, Bulk bulk) {
    String basketId = Ids.next();
    Instant now = Instant.now();
    return graph.write(tx -> transfer(tx, actor, asked, bulk, now, basketId));
  }

  private Basket transfer(
      Transaction tx, Actor actor, CheckOut asked, Bulk bulk, Instant now, String basketId) {
    List<Line> lines = lines(tx, actor, asked.items());
    Custodian custodian = custodian(tx, actor, asked.to(), lines);
    Handover onward = new Handover.Onward(custodian, asked, basketId);
    return run(tx, actor, lines, onward, bulk, now, basketId);
  }

  /**
   * Takes back or passes on what was handed to somebody, as far as it can be, as part of something
   * larger.
   *
   * @param assetIds what was handed to them
   * @param to who takes it over, locked; null for taking it back
   */
  public List<Basket.Item> clear(
      Transaction tx,
      Actor actor,
      List<String> assetIds,
      @Nullable Custodian to,
      @Nullable LocalDate due,
      @Nullable Condition condition,
      @Nullable String notes,
      Instant now) {
    List<BasketItem> items = assetIds.stream().map(id -> new BasketItem(id, null, null)).toList();
    String basketId = Ids.next();
    Handover handover =
        to == null
            ? new Handover.In(condition, notes)
            : new Handover.Onward(
                to, new CheckOut(items, to.holder(), due, condition, notes), basketId);
    Bulk each = new Bulk(true, false);
    return run(tx, actor, lines(tx, actor, items), handover, each, now, basketId).items();
  }

  /** Which asset each item means; the second time that one is named does not count. */
  private static List<Line> lines(Transaction tx, Actor actor, List<BasketItem> items) {
    Scans scans = Scans.look(tx, actor.scope(), items.stream().map(BasketItem::asset).toList());
    Set<String> seen = new HashSet<>();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Line line = Line.of(i, items.get(i), scans);
      if (line.assetId() == null || seen.add(line.assetId())) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static Custodian custodian(Transaction tx, Actor actor, Holder to, List<Line> lines) {
    Custodian.requireSeen(tx, actor, to, "to");
    Custodian custodian =
        Custodian.lock(tx, to, ids(lines), "to").orElseThrow(() -> Custodian.unknown(to, "to"));
    custodian.checkPresent("to");
    return custodian;
  }

  private static List<String> ids(List<Line> lines) {
    return lines.stream().map(Line::assetId).filter(Objects::nonNull).toList();
  }

  private Basket run(
      Transaction tx,
      Actor actor,
      List<Line> named,
      Handover handover,
      Bulk bulk,
      Instant now,
      @Nullable String basketId) {
    List<String> leaving = handover instanceof Handover.In ? List.of() : ids(named);
    BookingGuard guard = BookingGuard.lock(tx, leaving, now);
    Map<String, Asset> assets = steps.lock(tx, ids(named));
    Open open = Open.of(tx, assets.keySet());
    Map<String, Actor> here = Rights.over(tx, actor, assets.keySet(), Duty.HANDLE.roles());
    List<Line> lines =
        named.stream()
            .map(line -> decide(tx, now, line, assets, open, here, handover, guard))
            .map(line -> line.told(why -> HolderSight.told(tx, actor, line.asset(), why)))
            .toList();
    boolean refused = lines.stream().anyMatch(line -> line.refusal() != null);
    if (refused && !bulk.each()) {
      throw Handover.refusal(lines);
    }
    List<Plan> plans = lines.stream().map(Line::plan).filter(Objects::nonNull).toList();
    if (!bulk.dryRun() && !plans.isEmpty()) {
      write(tx, actor, handover, plans, now);
    }
    Map<String, Custody> custodies =
        CustodyView.byId(tx, actor, bulk.dryRun() ? List.of() : custodyIds(lines, open));
    List<Basket.Item> items =
        lines.stream().map(line -> item(line, custodies.get(line.custodyId(open)))).toList();
    boolean began = !bulk.dryRun() && plans.stream().anyMatch(plan -> plan.begins() != null);
    return new Basket(began ? basketId : null, items);
  }

  private void write(
      Transaction tx, Actor actor, Handover handover, List<Plan> plans, Instant now) {
    if (handover instanceof Handover.Due) {
      dueDays.write(tx, actor, plans, now);
    } else {
      steps.write(tx, actor, plans, now);
    }
  }

  private static Line decide(
      Transaction tx,
      Instant now,
      Line line,
      Map<String, Asset> assets,
      Open open,
      Map<String, Actor> rights,
      Handover handover,
      BookingGuard guard) {
    if (line.assetId() == null) {
      return line;
    }
    Asset asset = assets.get(line.assetId());
    Actor here = rights.get(line.assetId());
    if (asset == null || here == null) {
      return line.refused(null, new DomainError.NotFound("asset", line.item().asset()));
    }
    try {
      if (!here.holds(Duty.HANDLE.roles())) {
        throw new DomainError.Forbidden("Your role does not allow this here.");
      }
      Plan plan = handover.about(here, asset, open.custodyOf(asset.id()), line.item());
      guard.check(plan);
      if (!(handover instanceof Handover.Due)) {
        CalibrationGuard.check(tx, plan, now);
      }
      return line.planned(asset, plan);
    } catch (DomainError e) {
      return line.refused(asset, e);
    }
  }

  private static List<String> custodyIds(List<Line> lines, Open open) {
    return lines.stream().map(line -> line.custodyId(open)).filter(Objects::nonNull).toList();
  }

  private static Basket.Item item(Line line, @Nullable Custody custody) {
    return new Basket.Item(
        line.item().asset(), custody == null ? line.ref() : custody.asset(), custody, line.error());
  }
}
