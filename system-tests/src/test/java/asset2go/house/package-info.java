/** What the rooms of the house may depend on, as docs/contributing.md says: proved on byte code. */
@NullMarked
package asset2go.house;

import org.jspecify.annotations.NullMarked;
