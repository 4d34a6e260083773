/** People who may hold equipment. */
@NullMarked
package asset2go.people;

import org.jspecify.annotations.NullMarked;
