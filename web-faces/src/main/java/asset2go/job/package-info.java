/** The queues as an administrator sees and mends them: figures, jobs, schedules. */
@NullMarked
package asset2go.job;

import org.jspecify.annotations.NullMarked;
