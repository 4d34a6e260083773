/** Where things are: the tree of locations. */
@NullMarked
package asset2go.location;

import org.jspecify.annotations.NullMarked;
