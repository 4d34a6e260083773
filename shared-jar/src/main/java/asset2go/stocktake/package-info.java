/** The contract of stock-takes: what is counted, by whose scans, and what follows from it. */
@NullMarked
package asset2go.stocktake;

import org.jspecify.annotations.NullMarked;
