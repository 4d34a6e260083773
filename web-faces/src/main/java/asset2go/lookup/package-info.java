/** Suggestions for a field while one types. */
@NullMarked
package asset2go.lookup;

import org.jspecify.annotations.NullMarked;
