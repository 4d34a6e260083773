/**
 * Files that belong to something that happened to an asset: photos of a fault or of its state when
 * it changed hands, bills, certificates. What is in them lies in the file store, what they are in
 * the graph.
 */
@NullMarked
package asset2go.document;

import org.jspecify.annotations.NullMarked;
