/** What breaks under a running system, and what its users notice of it. */
@NullMarked
package asset2go.fault;

import org.jspecify.annotations.NullMarked;
