/** Places: their tree, what is inside each, and the form to make or change one. */
@NullMarked
package asset2go.location;

import org.jspecify.annotations.NullMarked;
