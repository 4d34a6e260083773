/** Companies, categories, manufacturers, models and suppliers on the graph. */
@NullMarked
package asset2go.catalogue;

import org.jspecify.annotations.NullMarked;
