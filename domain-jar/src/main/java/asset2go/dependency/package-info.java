/** What needs what to work, and what an outage would take with it. */
@NullMarked
package asset2go.dependency;

import org.jspecify.annotations.NullMarked;
