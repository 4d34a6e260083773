/** Stock-takes on the graph: what is expected, what was seen, and the corrections that follow. */
@NullMarked
package asset2go.stocktake;

import org.jspecify.annotations.NullMarked;
