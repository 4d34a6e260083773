/** The audit trail of everything, on the graph. */
@NullMarked
package asset2go.audit;

import org.jspecify.annotations.NullMarked;
