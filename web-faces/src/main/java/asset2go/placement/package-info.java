/** Pages about where things are and were. */
@NullMarked
package asset2go.placement;

import org.jspecify.annotations.NullMarked;
