/** Files of any size, kept in the S3 store. */
@NullMarked
package asset2go.files;

import org.jspecify.annotations.NullMarked;
