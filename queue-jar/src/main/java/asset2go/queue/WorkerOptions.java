package asset2go.queue;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * How a worker works. Build one with {@link #builder()}.
 *
 * @param name shown by every BullMQ tool as the worker that did a job
 * @param concurrency jobs at a time
 * @param lock how long a lost worker's jobs are held up; renewed four times in this time
 * @param stalledInterval how often the jobs of lost workers are looked for
 * @param maxStalled how often a job may lose its worker before it fails
 * @param maxStarted how often a job may be taken in all, however it was given back (a crash, a rate
 *     limit, a closing worker), before it fails; 0 for any number
 * @param drainDelay how long it sleeps on an empty queue before it looks by itself
 * @param limiter at most so many jobs in so long, over all workers of the queue; null for no limit
 * @param timeout after which a running job is cancelled, null for never
 * @param metricsMinutes for how many minutes finished jobs are counted one by one, 0 for none
 * @param removeOnComplete for jobs that say nothing of it
 * @param removeOnFail for jobs that say nothing of it
 * @param backoffs strategies by name, for jobs whose back-off is neither fixed nor exponential
 * @param grace what {@link Worker#close()} gives running jobs to finish
 * @param loopThreads makes the two threads that wait on Redis for as long as the worker lives
 */
public record WorkerOptions(
    String name,
    int concurrency,
    Duration lock,
    Duration stalledInterval,
    int maxStalled,
    int maxStarted,
    Duration drainDelay,
    @Nullable Limiter limiter,
    @Nullable Duration timeout,
    int metricsMinutes,
    Keep removeOnComplete,
    Keep removeOnFail,
    Map<String, BackoffStrategy> backoffs,
    Duration grace,
    ThreadFactory loopThreads,
    WorkerListener listener) {

  public static final WorkerOptions DEFAULT = builder().build();

  public WorkerOptions {
    if (concurrency < 1 || maxStalled < 0 || maxStarted < 0 || metricsMinutes < 0) {
      throw new IllegalArgumentException("A worker does at least one job at a time");
    }
    if (lock.toMillis() < 1 || stalledInterval.toMillis() < 1 || drainDelay.toMillis() < 1) {
      throw new IllegalArgumentException("A worker's times are at least a millisecond");
    }
    backoffs = Map.copyOf(backoffs);
  }

  /** At most {@code max} jobs in {@code per}. */
  public record Limiter(int max, Duration per) {
    public Limiter {
      if (max < 1 || per.toMillis() < 1) {
        throw new IllegalArgumentException("A limiter lets through at least one job");
      }
    }
  }

  /** A back-off of your own. */
  @FunctionalInterface
  public interface BackoffStrategy {
    /**
     * @param failures how often it has failed, this one included
     * @return how long to wait, or a negative duration for: do not try again
     */
    Duration delay(int failures, Throwable error, Job job);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects options. */
  public static final class Builder {
    private String name = "java-" + UUID.randomUUID().toString().substring(0, 8);
    private int concurrency = 1;
    private Duration lock = Duration.ofSeconds(30);
    private Duration stalledInterval = Duration.ofSeconds(30);
    private int maxStalled = 1;
    private int maxStarted;
    private Duration drainDelay = Duration.ofSeconds(5);
    private @Nullable Limiter limiter;
    private @Nullable Duration timeout;
    private int metricsMinutes;
    private Keep removeOnComplete = Keep.ALL;
    private Keep removeOnFail = Keep.ALL;
    private Map<String, BackoffStrategy> backoffs = Map.of();
    private Duration grace = Duration.ofSeconds(10);
    private ThreadFactory loopThreads =
        Thread.ofPlatform().daemon().name("queue-loop-", 0).factory();
    private WorkerListener listener = WorkerListener.NONE;

    private Builder() {}

    public Builder name(String name) {
      this.name = name;
      return this;
    }

    public Builder concurrency(int concurrency) {
      this.concurrency = concurrency;
      return this;
    }

    public Builder lock(Duration lock) {
      this.lock = lock;
      return this;
    }

    public Builder stalledInterval(Duration stalledInterval) {
      this.stalledInterval = stalledInterval;
      return this;
    }

    public Builder maxStalled(int maxStalled) {
      this.maxStalled = maxStalled;
      return this;
    }

    public Builder maxStarted(int maxStarted) {
      this.maxStarted = maxStarted;
      return this;
    }

    public Builder drainDelay(Duration drainDelay) {
      this.drainDelay = drainDelay;
      return this;
    }

    public Builder limiter(int max, Duration per) {
      this.limiter = new Limiter(max, per);
      return this;
    }

    public Builder timeout(Duration timeout) {
      this.timeout = timeout;
      return this;
    }

    public Builder metricsMinutes(int metricsMinutes) {
      this.metricsMinutes = metricsMinutes;
      return this;
    }

    public Builder removeOnComplete(Keep keep) {
      this.removeOnComplete = keep;
      return this;
    }

    public Builder removeOnFail(Keep keep) {
      this.removeOnFail = keep;
      return this;
    }

    public Builder backoffs(Map<String, BackoffStrategy> backoffs) {
      this.backoffs = backoffs;
      return this;
    }

    public Builder grace(Duration grace) {
      this.grace = grace;
      return this;
    }

    public Builder loopThreads(ThreadFactory loopThreads) {
      this.loopThreads = loopThreads;
      return this;
    }

    public Builder listener(WorkerListener listener) {
      this.listener = listener;
      return this;
    }

    public WorkerOptions build() {
      return new WorkerOptions(
          name,
          concurrency,
          lock,
          stalledInterval,
          maxStalled,
          maxStarted,
          drainDelay,
          limiter,
          timeout,
          metricsMinutes,
          removeOnComplete,
          removeOnFail,
          backoffs,
          grace,
          loopThreads,
          listener);
    }
  }
}
