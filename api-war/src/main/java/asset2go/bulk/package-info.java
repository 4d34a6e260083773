/** Changing many assets at once, over HTTP. */
@NullMarked
package asset2go.bulk;

import org.jspecify.annotations.NullMarked;
