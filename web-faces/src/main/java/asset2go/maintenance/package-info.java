/** The board of work orders, plans, and what was done to an asset. */
@NullMarked
package asset2go.maintenance;

import org.jspecify.annotations.NullMarked;
