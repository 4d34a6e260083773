/** Baskets that change hands, and lists of who has what. */
@NullMarked
package asset2go.custody;

import org.jspecify.annotations.NullMarked;
