/** Lists as people keep them. */
@NullMarked
package asset2go.view;

import org.jspecify.annotations.NullMarked;
