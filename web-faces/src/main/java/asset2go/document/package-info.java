/** Files that belong to something: brought by a form, shown by a link. */
@NullMarked
package asset2go.document;

import org.jspecify.annotations.NullMarked;
