/** Bookings: never one too many, none refused that could be had. */
@NullMarked
package asset2go.booking;

import org.jspecify.annotations.NullMarked;
