/** What all dependencies together say, over REST; those of one asset are with the assets. */
@NullMarked
package asset2go.dependency;

import org.jspecify.annotations.NullMarked;
