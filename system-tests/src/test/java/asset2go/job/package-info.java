/** The queues, their jobs and the schedules, as an administrator sees them and steps in. */
package asset2go.job;
