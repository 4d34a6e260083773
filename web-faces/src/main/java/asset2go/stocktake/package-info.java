/** Pages of stock-takes: to begin one, to count, to decide what is corrected. */
@NullMarked
package asset2go.stocktake;

import org.jspecify.annotations.NullMarked;
