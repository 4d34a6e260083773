/** The audit trail as a page and as a file. */
@NullMarked
package asset2go.audit;

import org.jspecify.annotations.NullMarked;
