package asset2go.worker;

import asset2go.queue.WorkerListener;
import asset2go.queue.WorkerOptions;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The two queues and how each is worked at: what somebody waits for never stands behind long work.
 */
enum Lane {
  PROMPT(false, 8, Duration.ofMinutes(5)),
  BULK(true, 2, null);

  /** A job's worker may be killed this often before the job fails: an import goes on each time. */
  private static final int MAX_STALLED = 100;

  private static final Duration GRACE = Duration.ofSeconds(5);

  private final boolean bulk;
  private final int concurrency;
  private final @Nullable Duration timeout;

  Lane(boolean bulk, int concurrency, @Nullable Duration timeout) {
    this.bulk = bulk;
    this.concurrency = concurrency;
    this.timeout = timeout;
  }

  boolean bulk() {
    return bulk;
  }

  WorkerOptions options(String name, ThreadFactory loopThreads, WorkerListener listener) {
    WorkerOptions.Builder options =
        WorkerOptions.builder()
            .name(name)
            .concurrency(concurrency)
            .maxStalled(MAX_STALLED)
            .grace(GRACE)
            .loopThreads(loopThreads)
            .listener(listener);
    return (timeout == null ? options : options.timeout(timeout)).build();
  }
}
