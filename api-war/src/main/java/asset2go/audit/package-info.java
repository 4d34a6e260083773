/** The audit trail over REST. */
@NullMarked
package asset2go.audit;

import org.jspecify.annotations.NullMarked;
