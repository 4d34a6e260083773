/** Baskets that change hands, and who had what when: on the graph. */
@NullMarked
package asset2go.custody;

import org.jspecify.annotations.NullMarked;
