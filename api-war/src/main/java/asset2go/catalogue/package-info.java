/** Companies, categories, manufacturers and models over REST. */
@NullMarked
package asset2go.catalogue;

import org.jspecify.annotations.NullMarked;
