/** One request followed through web tier, API and worker: its id, and whose request it is. */
@NullMarked
package asset2go.trace;

import org.jspecify.annotations.NullMarked;
