/** Assets, their life and their history, as whoever calls the API sees them. */
@NullMarked
package asset2go.asset;

import org.jspecify.annotations.NullMarked;
