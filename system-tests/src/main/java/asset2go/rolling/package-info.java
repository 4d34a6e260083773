/**
 * Load on a system whose instances are stopped and started meanwhile, for the program {@code
 * system-tests/rolling}: whoever it serves must not notice.
 */
@NullMarked
package asset2go.rolling;

import org.jspecify.annotations.NullMarked;
