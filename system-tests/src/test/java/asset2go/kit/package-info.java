/** Kits, from the outside. */
@NullMarked
package asset2go.kit;

import org.jspecify.annotations.NullMarked;
