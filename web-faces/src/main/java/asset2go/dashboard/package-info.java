/** The first page: how things stand. */
@NullMarked
package asset2go.dashboard;

import org.jspecify.annotations.NullMarked;
