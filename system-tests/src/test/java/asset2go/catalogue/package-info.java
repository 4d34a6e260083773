/** What assets are described with, over HTTP. */
@NullMarked
package asset2go.catalogue;

import org.jspecify.annotations.NullMarked;
