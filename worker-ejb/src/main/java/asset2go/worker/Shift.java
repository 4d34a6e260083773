package asset2go.worker;

import asset2go.job.WorkerName;
import asset2go.outbox.Lane;
import asset2go.queue.WorkerListener;
import asset2go.queue.WorkerOptions;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/** How this server works at each lane. */
enum Shift {
  /** A job that takes its worker with it a few times is at fault itself. */
  PROMPT(Lane.PROMPT, 8, 5),
  /** An import goes on behind its last batch however often its worker is killed. */
  BULK(Lane.BULK, 2, 100);

  /** Within what Compose and Kubernetes give a container to end: ten seconds and more. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** For how long what ended is counted minute by minute: what the charts show, and some. */
  private static final int METRICS_MINUTES = 120;

  private final Lane lane;
  private final int concurrency;
  private final int maxStalled;

  Shift(Lane lane, int concurrency, int maxStalled) {
    this.lane = lane;
    this.concurrency = concurrency;
    this.maxStalled = maxStalled;
  }

  Lane lane() {
    return lane;
  }

  /**
   * @param process this process and its host, as {@code 4711@worker-1}
   */
  WorkerOptions options(String process, ThreadFactory loopThreads, WorkerListener listener) {
    return WorkerOptions.builder()
        .name(WorkerName.of(process, concurrency))
        .concurrency(concurrency)
        .maxStalled(maxStalled)
        .metricsMinutes(METRICS_MINUTES)
        .grace(GRACE)
        .loopThreads(loopThreads)
        .listener(listener)
        .build();
  }
}
