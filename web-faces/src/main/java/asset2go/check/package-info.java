/** The page that looks whether the whole graph is sound. */
@NullMarked
package asset2go.check;

import org.jspecify.annotations.NullMarked;
