/** The tree of locations on the graph. */
@NullMarked
package asset2go.location;

import org.jspecify.annotations.NullMarked;
