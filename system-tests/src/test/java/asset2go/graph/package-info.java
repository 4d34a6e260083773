/** What the system leaves in Neo4j, read past it. */
@NullMarked
package asset2go.graph;

import org.jspecify.annotations.NullMarked;
