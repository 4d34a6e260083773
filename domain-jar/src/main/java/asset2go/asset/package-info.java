/** Assets on the graph: their rules, their Cypher. */
@NullMarked
package asset2go.asset;

import org.jspecify.annotations.NullMarked;
