/** Work orders, plans and meters, over HTTP. */
@NullMarked
package asset2go.maintenance;

import org.jspecify.annotations.NullMarked;
