/**
 * Keeping equipment fit for use: work orders on a board, plans that open them by the calendar or by
 * a meter, readings, down-time, and what anybody may report who sees that something is broken.
 */
@NullMarked
package asset2go.maintenance;

import org.jspecify.annotations.NullMarked;
