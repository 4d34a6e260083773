/** Bookings: what is promised to whom, and when. */
@NullMarked
package asset2go.booking;

import org.jspecify.annotations.NullMarked;
