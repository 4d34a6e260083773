/** What resources share: versions as ETags, addresses of what was made, partial updates. */
@NullMarked
package asset2go.page;

import org.jspecify.annotations.NullMarked;
