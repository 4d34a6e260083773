/** Bookings of assets and of "any N of a model", never more than there are. */
@NullMarked
package asset2go.booking;

import org.jspecify.annotations.NullMarked;
