package asset2go.queue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker does at intervals: renews its locks, looks for the jobs of lost workers, cancels
 * what takes too long.
 */
final class Upkeep implements Runnable {
  private static final Logger LOG = System.getLogger(Worker.class.getName());

  private final Worker worker;
  private final Moves moves;
  private final WorkerOptions options;
  private final Outage outage;
  private final long renewal;
  private long nextRenewal;
  private long nextCheck;

  Upkeep(Worker worker, Moves moves, WorkerOptions options, Outage outage) {
    this.worker = worker;
    this.moves = moves;
    this.options = options;
    this.outage = outage;
    this.renewal = Math.max(1, options.lock().toMillis() / 4);
    this.nextRenewal = now() + renewal;
    this.nextCheck = now();
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }

  @Override
  public void run() {
    int tries = 0;
    boolean goOn = true;
    while (goOn) {
      try {
        cancelOverdue();
        renewLocks();
        checkStalled();
        tries = 0;
        goOn = Outage.sleep(untilNext(), worker.gone());
      } catch (Throwable error) {
        goOn = outage.pause(tries++, error, worker.gone());
      }
    }
  }

  private long untilNext() {
    long next = Math.min(nextRenewal, nextCheck) - now();
    return Math.clamp(options.timeout() == null ? next : Math.min(next, 250), 1, 60_000);
  }

  private void renewLocks() {
    if (now() < nextRenewal) {
      return;
    }
    List<Run> runs = List.copyOf(worker.running());
    if (!runs.isEmpty()) {
      List<String> lost =
          moves.extendLocks(
              runs.stream().map(run -> run.job.id()).toList(),
              runs.stream().map(run -> run.token).toList());
      outage.over();
      runs.stream().filter(run -> lost.contains(run.job.id())).forEach(this::lost);
    }
    // Counted from when it was due, not from when it was done: late renewals must not add up to a
    // lost lock.
    nextRenewal = Math.max(now(), nextRenewal + renewal);
  }

  private void lost(Run run) {
    if (worker.running().contains(run) && run.cancel("the job's lock was lost")) {
      LOG.log(
          Level.WARNING, () -> "The lock of job " + run.job.id() + " was lost; it may run again");
      tell(listener -> listener.onLockLost(run.job));
    }
  }

  private void checkStalled() {
    if (now() < nextCheck || worker.isClosing()) {
      return;
    }
    for (String jobId : moves.stalledToWait()) {
      LOG.log(Level.WARNING, () -> "Job " + jobId + " had lost its worker and was put back");
      tell(listener -> listener.onStalled(jobId));
    }
    outage.over();
    nextCheck = now() + options.stalledInterval().toMillis();
  }

  private void cancelOverdue() {
    @Nullable Duration timeout = options.timeout();
    if (timeout != null) {
      for (Run run : worker.running()) {
        if (run.millis() > timeout.toMillis()) {
          run.cancel("the job took longer than " + timeout);
        }
      }
    }
  }

  private void tell(java.util.function.Consumer<WorkerListener> news) {
    try {
      news.accept(options.listener());
    } catch (RuntimeException broken) {
      LOG.log(Level.WARNING, "A worker's listener failed", broken);
    }
  }
}
