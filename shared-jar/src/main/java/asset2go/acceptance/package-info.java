/** Terms that go with equipment, and who has accepted them. */
@NullMarked
package asset2go.acceptance;

import org.jspecify.annotations.NullMarked;
