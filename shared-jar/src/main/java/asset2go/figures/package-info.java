/**
 * What a server tells of itself at {@code /metrics}, in every role the same: its requests, its
 * memory, its share of the processors. Liberty's own figures of requests need an agent, beside
 * which a JVM takes no archive of classes.
 */
@NullMarked
package asset2go.figures;

import org.jspecify.annotations.NullMarked;
