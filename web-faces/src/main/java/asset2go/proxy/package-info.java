/**
 * One public address is enough: what browsers and programs ask of {@code /api/*} here is asked of
 * the API on their behalf, streaming both ways. Why it is as it is: docs/adr/0022.
 */
@NullMarked
package asset2go.proxy;

import org.jspecify.annotations.NullMarked;
