/** Terms that go with equipment, and signing them on the screen. */
@NullMarked
package asset2go.acceptance;

import org.jspecify.annotations.NullMarked;
