/** How values look in JSON where it is not as Java has them. */
@NullMarked
package asset2go.json;

import org.jspecify.annotations.NullMarked;
