/** Where Redis is, for whatever of ours speaks to it. */
@NullMarked
package asset2go.redis;

import org.jspecify.annotations.NullMarked;
