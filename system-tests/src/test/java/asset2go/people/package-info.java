/** People and teams, and seeing them off. */
@NullMarked
package asset2go.people;

import org.jspecify.annotations.NullMarked;
