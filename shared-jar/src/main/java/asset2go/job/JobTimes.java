package asset2go.job;

/**
 * How long jobs of one name took lately, in milliseconds.
 *
 * @param jobs how many were looked at: of the last two hundred that completed and the last two
 *     hundred that failed
 * @param failed how many of them failed for good
 * @param medianMillis of their last try, from its start to its end
 * @param p95Millis of their last try: 19 of 20 took no longer
 * @param medianWaitMillis from when they could be taken to when they were
 * @param p95WaitMillis from when they could be taken to when they were
 */
public record JobTimes(
    String name,
    int jobs,
    int failed,
    long medianMillis,
    long p95Millis,
    long medianWaitMillis,
    long p95WaitMillis) {}
