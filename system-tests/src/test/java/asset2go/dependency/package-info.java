/** What all dependencies together say. */
@NullMarked
package asset2go.dependency;

import org.jspecify.annotations.NullMarked;
