/** The questions that are the reason for a graph. */
@NullMarked
package asset2go.question;

import org.jspecify.annotations.NullMarked;
