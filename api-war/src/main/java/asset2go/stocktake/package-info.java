/** Stock-takes over REST. */
@NullMarked
package asset2go.stocktake;

import org.jspecify.annotations.NullMarked;
