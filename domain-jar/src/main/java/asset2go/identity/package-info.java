/** Who acts: users, their passwords, sessions and the mail links that let them in. */
@NullMarked
package asset2go.identity;

import org.jspecify.annotations.NullMarked;
