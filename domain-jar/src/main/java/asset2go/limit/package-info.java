/** Counts that all instances share, for limits on how often somebody may ask. */
@NullMarked
package asset2go.limit;

import org.jspecify.annotations.NullMarked;
