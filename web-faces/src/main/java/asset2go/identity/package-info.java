/** Who sits at the browser: signing in and out, passwords, invitations, users. */
@NullMarked
package asset2go.identity;

import org.jspecify.annotations.NullMarked;
