/**
 * Whether this instance may be sent work. A store that is away later is told as data, never as
 * DOWN: otherwise one lost store would take every instance out of rotation.
 */
@NullMarked
package asset2go.health;

import org.jspecify.annotations.NullMarked;
