/** Files of rows, good and bad, on their way through API, queue and worker into the graph. */
@NullMarked
package asset2go.importing;

import org.jspecify.annotations.NullMarked;
