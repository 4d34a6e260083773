/** Where things are and were. The edges say where now, placements with their times since when. */
@NullMarked
package asset2go.placement;

import org.jspecify.annotations.NullMarked;
