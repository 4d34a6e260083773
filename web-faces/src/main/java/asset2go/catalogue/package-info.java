/** The words that assets are described with: categories, models, manufacturers, companies. */
@NullMarked
package asset2go.catalogue;

import org.jspecify.annotations.NullMarked;
