package asset2go.worker;

import asset2go.queue.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Breaks off jobs that take longer than their kind may. */
@ApplicationScoped
class Deadlines {

  private @Inject Contact contact;
  private volatile @Nullable ScheduledExecutorService timer;

  /** For CDI. */
  Deadlines() {}

  Deadlines(Contact contact) {
    this.contact = contact;
  }

  /** Where the time is taken: one of the server's executors. */
  void runOn(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  /** One job's; closed when the job has come to an end. */
  static final class Deadline implements AutoCloseable {
    private volatile boolean passed;
    private @Nullable Future<?> alarm;

    /** Whether the job was broken off for its sake. */
    boolean passed() {
      return passed;
    }

    @Override
    public void close() {
      if (alarm != null) {
        alarm.cancel(false);
      }
    }
  }

  /**
   * @param timeout null for none
   */
  Deadline set(Job job, @Nullable Duration timeout) {
    Deadline deadline = new Deadline();
    ScheduledExecutorService clock = timer;
    if (timeout != null && clock != null) {
      Runnable breakOff =
          () -> {
            deadline.passed = true;
            contact.cancel(
                job.queue(), job.id(), "It took longer than " + timeout.toSeconds() + " s.");
          };
      deadline.alarm = clock.schedule(breakOff, timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
    return deadline;
  }
}
