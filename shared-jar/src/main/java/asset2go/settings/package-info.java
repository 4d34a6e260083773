/**
 * Every variable that an operator may set, as one typed, validated configuration. It exists so that
 * a role that cannot work says at once, in one message, all that is missing, and so that no other
 * code reads the environment.
 */
@NullMarked
package asset2go.settings;

import org.jspecify.annotations.NullMarked;
