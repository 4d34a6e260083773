package asset2go.job;

import java.time.Duration;

/**
 * What is watched of a queue.
 *
 * @param oldestWait how long the job has waited that is next to be taken; zero where none waits
 * @param workers how many workers are connected to it
 */
public record QueueGauge(JobCounts counts, boolean paused, Duration oldestWait, int workers) {}
