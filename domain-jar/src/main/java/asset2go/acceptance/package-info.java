/** Terms and their acceptances on the graph. */
@NullMarked
package asset2go.acceptance;

import org.jspecify.annotations.NullMarked;
