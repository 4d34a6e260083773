/** Views over HTTP. */
@NullMarked
package asset2go.view;

import org.jspecify.annotations.NullMarked;
