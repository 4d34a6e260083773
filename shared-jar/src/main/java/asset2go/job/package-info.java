/**
 * What the workers have to do, are doing and did: the queues of jobs as an administrator sees them.
 */
@NullMarked
package asset2go.job;

import org.jspecify.annotations.NullMarked;
