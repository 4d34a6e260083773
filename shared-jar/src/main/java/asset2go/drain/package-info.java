/** How an instance that is about to stop lets those go that balancers send to it. */
@NullMarked
package asset2go.drain;

import org.jspecify.annotations.NullMarked;
