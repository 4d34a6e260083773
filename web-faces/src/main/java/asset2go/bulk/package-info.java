/** Pages that change many assets at once. */
@NullMarked
package asset2go.bulk;

import org.jspecify.annotations.NullMarked;
