/**
 * The one way from the web tier to the API: clients of the contract's interfaces that carry the
 * browser's token, and one exception for everything that the API refuses.
 */
@NullMarked
package asset2go.client;

import org.jspecify.annotations.NullMarked;
