/** Terms, signatures and their documents. */
@NullMarked
package asset2go.acceptance;

import org.jspecify.annotations.NullMarked;
