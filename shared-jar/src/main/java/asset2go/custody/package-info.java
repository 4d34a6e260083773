/** Who has what, who had it when, and how it changes hands. */
@NullMarked
package asset2go.custody;

import org.jspecify.annotations.NullMarked;
