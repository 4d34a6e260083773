/**
 * The queues, their jobs and the schedules, as an administrator looks at them and steps in. Redis
 * holds all of it but what was changed about schedules, which the graph keeps.
 */
@NullMarked
package asset2go.job;

import org.jspecify.annotations.NullMarked;
