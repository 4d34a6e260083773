/**
 * Rules that hold of the whole graph, and the walk over all of it that asks them. Transactions see
 * to the rules one by one; here it is looked whether they did.
 */
@NullMarked
package asset2go.check;

import org.jspecify.annotations.NullMarked;
