/** The resource of the queues, their jobs and the schedules. */
@NullMarked
package asset2go.job;

import org.jspecify.annotations.NullMarked;
