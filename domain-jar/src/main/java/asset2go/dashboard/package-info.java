/** The figures on the first page. */
@NullMarked
package asset2go.dashboard;

import org.jspecify.annotations.NullMarked;
