/** What every resource of the API shares: who asks, how often, how errors look, and what is up. */
@NullMarked
package asset2go.platform;

import org.jspecify.annotations.NullMarked;
