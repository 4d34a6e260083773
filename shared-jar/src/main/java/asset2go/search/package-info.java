/** One box to find everything: tags, serials, names, people, places. */
@NullMarked
package asset2go.search;

import org.jspecify.annotations.NullMarked;
