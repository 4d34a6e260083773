/** People and the ways in which they hold equipment. */
@NullMarked
package asset2go.people;

import org.jspecify.annotations.NullMarked;
