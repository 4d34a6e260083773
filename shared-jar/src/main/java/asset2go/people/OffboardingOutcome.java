package asset2go.people;

import asset2go.booking.Booking;
import asset2go.custody.Basket;
import asset2go.page.Ref;
import java.util.List;

/**
 * Somebody has left.
 *
 * @param items what became of each asset that was handed to them; one that is missing, say, stays
 *     with them and says why
 * @param calledOff what they had booked and not fetched
 * @param work the work orders that somebody else does now, or nobody yet
 */
public record OffboardingOutcome(
    Person person, List<Basket.Item> items, List<Booking> calledOff, List<Ref> work) {}
