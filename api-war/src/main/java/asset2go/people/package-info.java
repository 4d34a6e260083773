/** People over REST. */
@NullMarked
package asset2go.people;

import org.jspecify.annotations.NullMarked;
