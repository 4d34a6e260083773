/** Whether this instance of the web tier may be sent visitors. */
@NullMarked
package asset2go.health;

import org.jspecify.annotations.NullMarked;
