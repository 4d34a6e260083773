/** Where things were on any day. */
@NullMarked
package asset2go.placement;

import org.jspecify.annotations.NullMarked;
