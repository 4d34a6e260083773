/** Companies, categories, manufacturers and models on the graph. */
@NullMarked
package asset2go.catalogue;

import org.jspecify.annotations.NullMarked;
