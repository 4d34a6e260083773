/**
 * How Asset2Go says no: the sealed family of domain errors and their problem+json form (RFC 9457).
 */
@NullMarked
package asset2go.problem;

import org.jspecify.annotations.NullMarked;
