package asset2go.booking;

import static asset2go.graph.Parameters.map;

import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Saying yes or no to bookings that need it; until then they keep free what they ask for. */
@ApplicationScoped
public class Approvals {

  private @Inject Graph graph;
  private @Inject Events events;

  public Booking approve(
      Actor actor, String id, @Nullable Long expected, BookingDecision decision) {
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          Booking seen = requested(tx, actor, id, expected);
          tx.run(
              """
              MATCH (b:Booking {id: $id})
              SET b.state = $state, b.updatedAt = $now, b.version = b.version + 1
              """,
              map("id", id, "state", BookingState.CONFIRMED, "now", now));
          return told(tx, actor, seen, "APPROVED", decision, now);
        });
  }

  public Booking reject(Actor actor, String id, @Nullable Long expected, BookingDecision decision) {
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          Booking seen = requested(tx, actor, id, expected);
          BookingEdges.release(tx, id, BookingState.REJECTED, now);
          return told(tx, actor, seen, "REJECTED", decision, now);
        });
  }

  private static Booking requested(
      Transaction tx, Actor actor, String id, @Nullable Long expected) {
    BookingView.one(tx, actor, id);
    BookingRights.require(tx, actor, BookingView.whole(tx, id), Duty.KEEP.roles());
    Locks.booking(tx, id);
    Booking seen = BookingView.one(tx, actor, id);
    if (expected != null && expected != seen.version()) {
      throw new DomainError.Stale("booking");
    }
    if (seen.state() != BookingState.REQUESTED) {
      throw new DomainError.Conflict(
          "The booking waits for no approval: it is " + seen.state() + ".");
    }
    return seen;
  }

  private Booking told(
      Transaction tx,
      Actor actor,
      Booking seen,
      String kind,
      BookingDecision decision,
      Instant now) {
    Booking after = BookingView.one(tx, actor, seen.id());
    events.append(
        tx,
        "Booking",
        seen.id(),
        kind,
        actor,
        now,
        BookingChanges.state(seen.state(), after.state(), decision.reason()));
    return after;
  }
}
