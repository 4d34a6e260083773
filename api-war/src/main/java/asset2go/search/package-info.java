/** Searching over REST. */
@NullMarked
package asset2go.search;

import org.jspecify.annotations.NullMarked;
