/** Stock-takes: what is counted, by several at once, and what is corrected. */
@NullMarked
package asset2go.stocktake;

import org.jspecify.annotations.NullMarked;
