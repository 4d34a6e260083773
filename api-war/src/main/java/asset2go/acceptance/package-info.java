/** Terms and acceptances over REST. */
@NullMarked
package asset2go.acceptance;

import org.jspecify.annotations.NullMarked;
