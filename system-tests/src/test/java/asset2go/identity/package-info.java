/** Who gets in, who does not, and what they may do then. */
@NullMarked
package asset2go.identity;

import org.jspecify.annotations.NullMarked;
