/**
 * Measurements of the running system, run by name: see system-tests/bench. No test asserts them.
 */
@NullMarked
package asset2go.bench;

import org.jspecify.annotations.NullMarked;
