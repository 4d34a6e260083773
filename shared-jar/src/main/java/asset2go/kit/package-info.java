/** Kits: what belongs together, and what may stand in for what. */
@NullMarked
package asset2go.kit;

import org.jspecify.annotations.NullMarked;
