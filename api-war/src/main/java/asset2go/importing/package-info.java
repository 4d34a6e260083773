/** Imports over HTTP: files in, progress and errors out. */
@NullMarked
package asset2go.importing;

import org.jspecify.annotations.NullMarked;
