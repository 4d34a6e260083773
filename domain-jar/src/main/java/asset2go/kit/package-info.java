/** Kits on the graph. */
@NullMarked
package asset2go.kit;

import org.jspecify.annotations.NullMarked;
