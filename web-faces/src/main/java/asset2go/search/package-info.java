/** One field that finds everything. */
@NullMarked
package asset2go.search;

import org.jspecify.annotations.NullMarked;
