/** Baskets that change hands, and who had what when. */
@NullMarked
package asset2go.custody;

import org.jspecify.annotations.NullMarked;
