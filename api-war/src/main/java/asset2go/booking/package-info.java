/** Bookings over REST. */
@NullMarked
package asset2go.booking;

import org.jspecify.annotations.NullMarked;
