/** Grants, tokens and explanations over REST. */
@NullMarked
package asset2go.right;

import org.jspecify.annotations.NullMarked;
