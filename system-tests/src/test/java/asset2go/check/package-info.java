/** Whether the whole graph is sound, whatever happens at once. */
@NullMarked
package asset2go.check;

import org.jspecify.annotations.NullMarked;
