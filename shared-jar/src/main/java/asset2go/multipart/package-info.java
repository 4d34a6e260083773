/**
 * Forms with files in them, read as they arrive: none is ever in memory or on a disk as a whole.
 */
@NullMarked
package asset2go.multipart;

import org.jspecify.annotations.NullMarked;
