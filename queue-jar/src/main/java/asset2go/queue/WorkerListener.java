package asset2go.queue;

import java.time.Duration;

/**
 * Watches a worker, for metrics and logs. Called on the worker's threads: be quick; what it throws
 * is logged.
 */
public interface WorkerListener {
  WorkerListener NONE = new WorkerListener() {};

  default void onActive(Job job) {}

  default void onCompleted(Job job, Duration took) {}

  /**
   * @param again whether it will be tried again
   */
  default void onFailed(Job job, Throwable error, Duration took, boolean again) {}

  /** A job has gone back to the queue, unharmed, because its processor was told to wait. */
  default void onRateLimited(Job job, Duration took) {}

  /** A job whose worker was lost has been put back, here or by another worker's check. */
  default void onStalled(String jobId) {}

  /** A job's lock could not be renewed, so that another worker may take it. */
  default void onLockLost(Job job) {}
}
