/** Assets, their life cycle and their history as the API speaks of them. */
@NullMarked
package asset2go.asset;

import org.jspecify.annotations.NullMarked;
