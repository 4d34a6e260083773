/** Who may do what, where: roles over a part of the equipment, tokens for programs, and why. */
@NullMarked
package asset2go.right;

import org.jspecify.annotations.NullMarked;
