/** Import runs: a file of rows that a worker turns into assets, locations or dependencies. */
@NullMarked
package asset2go.importing;

import org.jspecify.annotations.NullMarked;
