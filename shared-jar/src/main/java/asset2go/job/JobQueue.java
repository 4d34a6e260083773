package asset2go.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the two queues.
 *
 * @param key its address here, whatever QUEUE says: {@code prompt} for what somebody waits for,
 *     {@code bulk} for long work
 * @param name its name in Redis, for other BullMQ tools
 * @param paused no worker takes a job until it is resumed
 * @param oldestWaiting since when the job waits that is next to be taken; null where none waits
 * @param throughput of the last sixty minutes, the oldest first, the current one last
 * @param times of the jobs that finished last, by name of job
 * @param workers who takes jobs from it, all over the place
 */
public record JobQueue(
    String key,
    String name,
    boolean paused,
    JobCounts counts,
    @Nullable Instant oldestWaiting,
    List<Minute> throughput,
    List<JobTimes> times,
    List<JobWorker> workers) {

  /**
   * How many jobs ended in one minute.
   *
   * @param at when it began
   * @param failed for good, their last try included
   */
  public record Minute(Instant at, long completed, long failed) {}
}
