/**
 * A whole system of one's own: started with the launcher on free ports, spoken to over HTTP, broken
 * on purpose, and stopped with everything that it started. Shared by tests and benchmarks.
 */
@NullMarked
package asset2go.running;

import org.jspecify.annotations.NullMarked;
