/** Who changed what when, over all that there is. */
@NullMarked
package asset2go.audit;

import org.jspecify.annotations.NullMarked;
