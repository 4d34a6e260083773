/** What holds for every address of the API: how it says what it is, that it is well, and no. */
@NullMarked
package asset2go.platform;

import org.jspecify.annotations.NullMarked;
