/** The check of the whole graph over REST. */
@NullMarked
package asset2go.check;

import org.jspecify.annotations.NullMarked;
