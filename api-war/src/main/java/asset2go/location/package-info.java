/** Locations over REST. */
@NullMarked
package asset2go.location;

import org.jspecify.annotations.NullMarked;
