/** Finding anything by a few letters of it. */
@NullMarked
package asset2go.search;

import org.jspecify.annotations.NullMarked;
