/** Pages of kits. */
@NullMarked
package asset2go.kit;

import org.jspecify.annotations.NullMarked;
