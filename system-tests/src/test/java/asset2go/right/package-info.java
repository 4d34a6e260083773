/** Who may see and do what, over all of it and over parts. */
@NullMarked
package asset2go.right;

import org.jspecify.annotations.NullMarked;
