/** The commands that a person types, and what they leave behind: nothing. */
@NullMarked
package asset2go.launcher;

import org.jspecify.annotations.NullMarked;
