package asset2go.booking;

import asset2go.booking.BookingSeries.Occurrence;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bookings that come again: made together, each a booking of its own after that. */
@ApplicationScoped
public class Series {

  private @Inject Graph graph;
  private @Inject Bookings bookings;
  private @Inject Turnstile turnstile;

  /** Books every occurrence, or those that can be had, or none. */
  public BookingSeries create(Actor actor, BookingSeriesDraft draft) {
    String id = Ids.next();
    Instant now = Instant.now();
    BookingDraft first = draft.booking();
    ZoneId zone = ZoneId.of(Wish.zone(first.zone()));
    Wish.of(first.from(), first.to(), first.lines(), now);
    List<Recurrence.Time> times = Recurrence.of(first.from(), first.to(), zone, draft.repeat());
    boolean skip = Boolean.TRUE.equals(draft.skipClashes());
    return turnstile.pass(
        () ->
            graph.write(
                tx -> {
                  List<Occurrence> made = new ArrayList<>();
                  times.forEach(time -> made.add(book(tx, actor, id, at(first, time), skip, now)));
                  if (made.stream().allMatch(one -> one.bookingId() == null)) {
                    throw new DomainError.Conflict("No occurrence of it can be had.");
                  }
                  return new BookingSeries(id, made);
                }));
  }

  private static BookingDraft at(BookingDraft draft, Recurrence.Time time) {
    return new BookingDraft(
        draft.purpose(), draft.personId(), time.from(), time.to(), draft.zone(), draft.lines());
  }

  private Occurrence book(
      Transaction tx, Actor actor, String id, BookingDraft draft, boolean skip, Instant now) {
    try {
      Booking booking = bookings.create(tx, actor, Ids.next(), draft, id, now);
      return occurrence(booking);
    } catch (DomainError.Conflict clash) {
      // Nothing was written yet: what can be had is decided first.
      if (!skip) {
        throw clash;
      }
      return new Occurrence(draft.from(), draft.to(), null, null, clash.getMessage());
    }
  }

  private static Occurrence occurrence(Booking booking) {
    return new Occurrence(booking.from(), booking.to(), booking.id(), booking.state(), null);
  }

  public BookingSeries get(Actor actor, String id) {
    return graph.read(tx -> one(tx, actor, id));
  }

  private static BookingSeries one(Transaction tx, Actor actor, String id) {
    Map<String, @Nullable Object> parameters = BookingSight.parameters(actor);
    parameters.put("id", id);
    List<Occurrence> occurrences =
        tx.list(
            """
            MATCH (b:Booking {seriesId: $id})
            WHERE %s
            WITH b ORDER BY b.from, b.id
            RETURN %s
            """
                .formatted(BookingSight.booking(actor), BookingView.columns(actor)),
            parameters,
            row -> occurrence(BookingView.of(row)));
    if (occurrences.isEmpty()) {
      throw new DomainError.NotFound("series", id);
    }
    return new BookingSeries(id, occurrences);
  }

  /** Calls off what of it has not begun to be fetched. */
  public BookingSeries cancel(Actor actor, String id, BookingCancellation cancellation) {
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          for (Occurrence one : one(tx, actor, id).occurrences()) {
            boolean open =
                one.state() == BookingState.REQUESTED || one.state() == BookingState.CONFIRMED;
            if (open && one.bookingId() != null && one.to().isAfter(now)) {
              bookings.cancel(tx, actor, one.bookingId(), null, cancellation, now);
            }
          }
          return one(tx, actor, id);
        });
  }
}
