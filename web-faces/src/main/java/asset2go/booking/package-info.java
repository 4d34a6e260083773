/** Bookings: the list, the calendar, the form that shows clashes while one chooses. */
@NullMarked
package asset2go.booking;

import org.jspecify.annotations.NullMarked;
