/** Kits over REST. */
@NullMarked
package asset2go.kit;

import org.jspecify.annotations.NullMarked;
