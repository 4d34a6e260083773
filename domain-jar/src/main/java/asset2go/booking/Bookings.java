package asset2go.booking;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.graph.Work;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Making, changing and calling off bookings. What takes the same equipment is decided one after the
 * other ({@link Locks}), so that never more is promised than there is. Handing out is {@link
 * Handovers}.
 */
@ApplicationScoped
public class Bookings {

  private @Inject Graph graph;
  private @Inject Events events;
  private @Inject Turnstile turnstile;

  public Booking get(Actor actor, String id) {
    return graph.read(tx -> BookingView.one(tx, actor, id));
  }

  /** What happened to a booking, newest first. */
  public Page<AssetEvent> events(
      Actor actor, String id, @Nullable Integer limit, @Nullable String after) {
    Long before = after == null ? null : number(after);
    return graph.read(
        tx -> {
          Booking seen = BookingView.one(tx, actor, id);
          Page<AssetEvent> page = events.page(tx, id, Limits.page(limit), before);
          boolean all = seen.lines().equals(BookingView.whole(tx, id).lines());
          return all ? page : BookingSight.inPart(page);
        });
  }

  /** What of a wish can be had now. */
  public BookingCheck check(Actor actor, BookingInquiry inquiry) {
    Instant now = Instant.now();
    Wish asked = Wish.of(inquiry.from(), inquiry.to(), inquiry.lines(), now);
    return graph.read(
        tx -> {
          String own = inquiry.bookingId() == null ? "" : inquiry.bookingId();
          Set<String> known = own.isEmpty() ? Set.of() : known(BookingView.one(tx, actor, own));
          KitChoice kits = KitChoice.of(tx, asked);
          Picks picks = kits.choose(tx, actor, now, own);
          if (picks.shortage() == null) {
            picks = Picks.of(tx, actor, picks.wish(), known, now, own);
          }
          if (picks.shortage() != null) {
            return picks.shortage();
          }
          Wish wish = picks.wish();
          Actor here = BookingRights.over(tx, actor, wish, known);
          Terms terms = Terms.of(tx, here, wish, Locks.modelsOf(tx, wish.assetIds()));
          terms.require(now);
          BookingCheck check = new Feasibility(tx, actor, terms, now, own).check();
          return new BookingCheck(check.possible(), check.approval(), check.lines(), kits.wanted());
        });
  }

  /** Makes a booking. */
  public Booking create(Actor actor, BookingDraft draft) {
    String id = Ids.next();
    Instant now = Instant.now();
    return write(tx -> create(tx, actor, id, draft, null, now));
  }

  /** As above, as one of several; refuses what clashes before it writes anything. */
  Booking create(
      Transaction tx,
      Actor actor,
      String id,
      BookingDraft draft,
      @Nullable String seriesId,
      Instant now) {
    Wish asked = Wish.of(draft.from(), draft.to(), draft.lines(), now);
    String personId = draft.personId() == null ? actor.id() : draft.personId();
    BookedFor.lock(tx, personId);
    Terms terms = agreed(tx, actor, asked, Set.of(), now, "");
    BookingRights.requireMayBookFor(terms.actor(), personId);
    BookedFor.require(tx, personId);
    requireFeasible(tx, actor, terms, now, "");
    Map<String, @Nullable Object> properties = properties(draft, personId);
    properties.put("id", id);
    properties.put("seriesId", seriesId);
    properties.put("bookedById", actor.id());
    properties.put("bookedByName", actor.name());
    properties.put("createdAt", now);
    properties.put("updatedAt", now);
    properties.put("version", 1L);
    properties.put("state", state(terms));
    tx.run("CREATE (b:Booking) SET b = $properties", map("properties", properties));
    BookedFor.link(tx, id, personId);
    BookingEdges.promise(tx, id, terms);
    KitChoice.note(tx, id, asked);
    Booking made = BookingView.one(tx, actor, id);
    events.append(tx, "Booking", id, "CREATED", actor, now, BookingChanges.story(null, made));
    return made;
  }

  /** Locks what a wish takes and looks up the rules for it. */
  private static Terms agreed(
      Transaction tx, Actor actor, Wish asked, Set<String> known, Instant now, String except) {
    KitChoice kits = KitChoice.of(tx, asked);
    Set<String> models = kits.modelIds();
    models.addAll(asked.modelIds());
    if (models.stream().anyMatch(id -> !known.contains(id) && !Picks.seesAll(actor, id))
        || !kits.isEmpty()) {
      Locks.models(tx, models, asked.assetIds());
    }
    Picks picks = kits.choose(tx, actor, now, except);
    if (picks.shortage() == null) {
      picks = Picks.of(tx, actor, picks.wish(), known, now, except);
    }
    if (picks.shortage() != null) {
      throw Clash.of(picks.shortage());
    }
    Wish wish = picks.wish();
    Actor here = BookingRights.over(tx, actor, wish, known);
    Terms terms = Terms.of(tx, here, wish, Locks.take(tx, wish.modelIds(), wish.assetIds()));
    terms.require(now);
    return terms;
  }

  private static Set<String> known(Booking booking) {
    Set<String> ids = new HashSet<>(BookingRights.assetIds(booking));
    ids.addAll(BookingRights.modelIds(booking));
    return ids;
  }

  /**
   * Changes a booking: all of it before anything is fetched, its end and purpose after that.
   *
   * @param expected the version that the caller saw; null to change whatever is there
   * @param change makes the draft that is wanted from the one that is
   */
  public Booking change(
      Actor actor, String id, @Nullable Long expected, UnaryOperator<BookingDraft> change) {
    Instant now = Instant.now();
    return write(
        tx -> {
          BookingView.one(tx, actor, id);
          Booking seen = BookingView.whole(tx, id);
          BookingRights.requireMayChange(tx, actor, seen);
          BookingDraft before = BookingChanges.draft(seen);
          BookingDraft after = change.apply(before);
          String personId = after.personId() == null ? actor.id() : after.personId();
          Set<String> changes = BookingChanges.between(before, after);
          requireChangeable(seen, expected, changes);
          if (changes.isEmpty()) {
            return seen;
          }
          Wish wish = Wish.of(after.from(), after.to(), after.lines(), now, before.from());
          BookedFor.lock(tx, seen.person().id(), personId);
          Map<String, @Nullable Object> properties = properties(after, personId);
          Actor here;
          if (BookingChanges.concernOthers(changes)) {
            Wish all = BookingChanges.isFetched(seen) ? BookingChanges.remaining(seen, wish) : wish;
            Terms terms = agreed(tx, actor, all, known(seen), now, id);
            Locks.booking(tx, id);
            requireSame(tx, seen);
            here = terms.actor();
            properties.put("state", promise(tx, actor, seen, terms, now));
          } else {
            Locks.booking(tx, id);
            requireSame(tx, seen);
            here = BookingRights.over(tx, actor, wish, known(seen));
          }
          if (changes.contains("personId")) {
            BookingRights.requireMayBookFor(here, personId);
            BookedFor.require(tx, personId);
          }
          properties.put("updatedAt", now);
          properties.put("version", seen.version() + 1);
          tx.run(
              "MATCH (b:Booking {id: $id}) SET b += $properties",
              map("id", id, "properties", properties));
          if (changes.contains("lines")) {
            KitChoice.forget(tx, id);
            KitChoice.note(tx, id, wish);
          }
          if (changes.contains("personId")) {
            BookedFor.link(tx, id, personId);
          }
          Booking changed = BookingView.one(tx, actor, id);
          events.append(
              tx,
              "Booking",
              id,
              "CHANGED",
              actor,
              now,
              BookingChanges.story(seen, BookingView.whole(tx, id)));
          return changed;
        });
  }

  private static BookingState promise(
      Transaction tx, Actor actor, Booking seen, Terms terms, Instant now) {
    requireFeasible(tx, actor, terms, now, seen.id());
    if (BookingChanges.isFetched(seen)) {
      if (terms.needApproval()) {
        throw new DomainError.Forbidden("Whoever approves such bookings has to extend it.");
      }
      BookingEdges.extend(tx, seen.id(), terms.wish());
      return seen.state();
    }
    BookingEdges.drop(tx, seen.id());
    BookingEdges.promise(tx, seen.id(), terms);
    return seen.state() == BookingState.REQUESTED ? seen.state() : state(terms);
  }

  private static BookingState state(Terms terms) {
    return terms.needApproval() ? BookingState.REQUESTED : BookingState.CONFIRMED;
  }

  private static void requireChangeable(
      Booking seen, @Nullable Long expected, Set<String> changes) {
    if (expected != null && expected != seen.version()) {
      throw new DomainError.Stale("booking");
    }
    if (!seen.state().isLive()) {
      throw new DomainError.Conflict("The booking is over: it is " + seen.state() + ".");
    }
    boolean fetched = BookingChanges.isFetched(seen);
    changes.stream()
        .filter(field -> fetched && !field.equals("to") && !field.equals("purpose"))
        .findFirst()
        .ifPresent(
            field -> {
              throw new DomainError.Conflict(
                  field, Fault.FIXED, "cannot be changed once something was fetched");
            });
  }

  /** What was seen before the locks were taken must still be so. */
  private static void requireSame(Transaction tx, Booking seen) {
    if (BookingView.whole(tx, seen.id()).version() != seen.version()) {
      throw new DomainError.Stale("booking");
    }
  }

  private static void requireFeasible(
      Transaction tx, Actor actor, Terms terms, Instant now, String except) {
    Feasibility feasibility = new Feasibility(tx, actor, terms, now, except);
    if (!feasibility.possible()) {
      throw Clash.of(feasibility.check());
    }
  }

  /** Calls a booking off, or what has not been fetched of it. */
  public Booking cancel(
      Actor actor, String id, @Nullable Long expected, BookingCancellation cancellation) {
    Instant now = Instant.now();
    return write(tx -> cancel(tx, actor, id, expected, cancellation, now));
  }

  Booking cancel(
      Transaction tx,
      Actor actor,
      String id,
      @Nullable Long expected,
      BookingCancellation cancellation,
      Instant now) {
    BookingView.one(tx, actor, id);
    Locks.booking(tx, id);
    Booking seen = BookingView.whole(tx, id);
    BookingRights.requireMayChange(tx, actor, seen);
    if (expected != null && expected != seen.version()) {
      throw new DomainError.Stale("booking");
    }
    if (!seen.state().isLive()) {
      throw new DomainError.Conflict("The booking is over: it is " + seen.state() + ".");
    }
    if (seen.lines().stream().allMatch(line -> line.open() == 0)) {
      throw new DomainError.Conflict("All of it was fetched: check it in.");
    }
    BookingState end =
        BookingChanges.isFetched(seen) ? BookingState.COMPLETED : BookingState.CANCELLED;
    BookingState state = BookingEdges.release(tx, id, end, now);
    events.append(
        tx,
        "Booking",
        id,
        "CANCELLED",
        actor,
        now,
        BookingChanges.state(seen.state(), state, cancellation.reason()));
    return BookingView.one(tx, actor, id);
  }

  private Booking write(Work<Booking> work) {
    return turnstile.pass(() -> graph.write(work));
  }

  private static Map<String, @Nullable Object> properties(BookingDraft draft, String personId) {
    return map(
        "purpose", draft.purpose() == null || draft.purpose().isBlank() ? null : draft.purpose(),
        "from", draft.from(),
        "to", draft.to(),
        "zone", Wish.zone(draft.zone()),
        "personId", personId);
  }

  private static long number(String after) {
    try {
      return Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw new DomainError.Malformed("after", "is not a cursor of this list");
    }
  }
}
