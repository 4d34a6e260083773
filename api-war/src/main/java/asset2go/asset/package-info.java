/** Assets over REST. */
@NullMarked
package asset2go.asset;

import org.jspecify.annotations.NullMarked;
