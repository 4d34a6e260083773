/** Custody over REST. */
@NullMarked
package asset2go.custody;

import org.jspecify.annotations.NullMarked;
