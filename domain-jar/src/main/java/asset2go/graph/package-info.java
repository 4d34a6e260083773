/**
 * The way to Neo4j: one driver, transactions that never hang, migrations, and a pulse that knows
 * whether the store is alive.
 */
@NullMarked
package asset2go.graph;

import org.jspecify.annotations.NullMarked;
