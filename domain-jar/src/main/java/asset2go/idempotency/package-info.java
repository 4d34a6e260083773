/** Requests that may be repeated without being done twice, and the answers that they had. */
@NullMarked
package asset2go.idempotency;

import org.jspecify.annotations.NullMarked;
