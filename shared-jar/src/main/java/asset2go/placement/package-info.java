/** Where things are and were: at a place or in something else, on any day. */
@NullMarked
package asset2go.placement;

import org.jspecify.annotations.NullMarked;
