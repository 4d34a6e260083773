package asset2go.people;

import asset2go.booking.Booking;
import asset2go.custody.Holding;
import asset2go.page.Ref;
import java.util.List;

/**
 * What there is to settle before somebody leaves.
 *
 * @param holdings everything they have: handed to them, by a team, or inside what they have
 * @param more whether there is more than is listed
 * @param bookings what they have booked and is not over, by its beginning
 * @param direct how many were handed to them: those come back or are passed on, with what is inside
 * @param overdue how many of these should be back already
 * @param unsigned how many acceptances they have not signed
 * @param work the work orders that they have not closed, 50 at most
 * @param openWork how many these are
 */
public record Offboarding(
    Person person,
    List<Holding> holdings,
    boolean more,
    List<Booking> bookings,
    long direct,
    long overdue,
    long unsigned,
    List<Ref> work,
    long openWork) {}
