/** Rights over parts, why somebody sees something, and tokens for programs. */
@NullMarked
package asset2go.right;

import org.jspecify.annotations.NullMarked;
