/**
 * Import of CSV: what a file is checked for, what its columns and cells mean, and how its rows come
 * into the graph batch by batch, so that a run that dies goes on where its last batch committed.
 */
@NullMarked
package asset2go.importing;

import org.jspecify.annotations.NullMarked;
