/** The first page's figures over REST. */
@NullMarked
package asset2go.dashboard;

import org.jspecify.annotations.NullMarked;
