/** Bringing files in: upload, mapping, dry run, progress, errors. */
@NullMarked
package asset2go.importing;

import org.jspecify.annotations.NullMarked;
