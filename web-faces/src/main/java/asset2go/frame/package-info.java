/**
 * What every page stands in: the way from an address to a page, the guards at the door, what the
 * person prefers, what went well or wrong, and the files that browsers may keep.
 */
@NullMarked
package asset2go.frame;

import org.jspecify.annotations.NullMarked;
