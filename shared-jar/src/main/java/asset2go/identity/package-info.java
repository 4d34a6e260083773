/** Who somebody is and what they may do: the contract of sign-in, users and roles. */
@NullMarked
package asset2go.identity;

import org.jspecify.annotations.NullMarked;
