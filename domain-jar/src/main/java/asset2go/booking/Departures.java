package asset2go.booking;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody who leaves has booked. */
@ApplicationScoped
public class Departures {

  /** More than this is called off by hand first. */
  private static final int MOST = 1_000;

  private static final List<BookingState> LIVE =
      List.of(BookingState.REQUESTED, BookingState.CONFIRMED, BookingState.CHECKED_OUT);

  private @Inject Bookings bookings;

  /** Bookings for them that are not over, by their beginning, as the actor sees them. */
  public List<Booking> of(Transaction tx, Actor actor, String personId) {
    Map<String, @Nullable Object> parameters = BookingSight.parameters(actor);
    parameters.putAll(map("person", personId, "live", LIVE, "most", MOST + 1));
    return tx.list(
        """
        MATCH (b:Booking)
        WHERE b.personId = $person AND b.from IS NOT NULL AND b.state IN $live AND %s
        WITH b ORDER BY b.from, b.id LIMIT $most
        RETURN %s
        """
            .formatted(BookingSight.booking(actor), BookingView.columns(actor)),
        parameters,
        BookingView::of);
  }

  /**
   * Calls off whatever of these has not been fetched: others can have it. The person is locked, and
   * what they had is settled already, so that a booking which was out may be over.
   *
   * @return those that were called off, in whole or in part
   */
  public List<Booking> callOff(Transaction tx, Actor actor, String personId, Instant now) {
    List<Booking> live = of(tx, actor, personId);
    if (live.size() > MOST) {
      throw new DomainError.Conflict(
          "They have more than %d bookings: call some off first.".formatted(MOST));
    }
    return live.stream()
        .filter(booking -> booking.lines().stream().anyMatch(line -> line.open() > 0))
        .map(
            booking ->
                bookings.cancel(
                    tx, actor, booking.id(), null, new BookingCancellation("Left"), now))
        .toList();
  }
}
