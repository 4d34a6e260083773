/** Signing in and out, and who else may: the REST side of identity. */
@NullMarked
package asset2go.identity;

import org.jspecify.annotations.NullMarked;
