/**
 * What was read is kept for the next who asks, for as long as nobody on any instance changes it.
 */
@NullMarked
package asset2go.cache;

import org.jspecify.annotations.NullMarked;
