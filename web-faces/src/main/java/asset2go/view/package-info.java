/** Views that people keep. */
@NullMarked
package asset2go.view;

import org.jspecify.annotations.NullMarked;
