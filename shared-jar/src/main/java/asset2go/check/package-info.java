/** What must hold of the whole graph, whatever happened at once, and whether it does. */
@NullMarked
package asset2go.check;

import org.jspecify.annotations.NullMarked;
