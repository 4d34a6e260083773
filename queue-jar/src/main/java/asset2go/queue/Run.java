package asset2go.queue;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A job that a worker is at. */
final class Run implements JobContext {
  /** Where it has come to: only while it is being processed may anyone else take it away. */
  private enum Phase {
    PROCESSING,
    FINISHING,
    TAKEN_AWAY
  }

  final Job job;
  final String token;
  private final Moves moves;
  private final BooleanSupplier closing;
  private final Thread thread = Thread.currentThread();
  private final long started = System.nanoTime();
  private Phase phase = Phase.PROCESSING;
  private volatile @Nullable String cancelReason;

  Run(Job job, String token, Moves moves, BooleanSupplier closing) {
    this.job = job;
    this.token = token;
    this.moves = moves;
    this.closing = closing;
  }

  long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
  }

  /**
   * The processor is through. False where the job has been taken away meanwhile, and its result is
   * to be dropped.
   */
  synchronized boolean finish() {
    if (phase == Phase.PROCESSING) {
      phase = Phase.FINISHING;
    }
    return phase == Phase.FINISHING;
  }

  /** Asks the processor to stop; true where it had not come to an end by itself. */
  synchronized boolean cancel(String reason) {
    if (phase != Phase.PROCESSING || cancelReason != null) {
      return false;
    }
    cancelReason = reason;
    thread.interrupt();
    return true;
  }

  /**
   * Takes the job away from its processor, so that it can be given back; false where it is
   * finishing already.
   */
  synchronized boolean takeAway(String reason) {
    cancel(reason);
    if (phase == Phase.PROCESSING) {
      phase = Phase.TAKEN_AWAY;
      return true;
    }
    return false;
  }

  @Override
  public void updateProgress(@Nullable Object progress) {
    try {
      moves.updateProgress(job.id(), Json.write(progress));
    } catch (RedisUnavailableException away) {
      // How far it has come is worth less than that it goes on.
    }
  }

  @Override
  public void log(String row) {
    try {
      moves.log(job, row);
    } catch (RedisUnavailableException away) {
      // See above.
    }
  }

  @Override
  public Map<String, String> childrenValues() {
    return moves.dependencies().values(job.id());
  }

  @Override
  public Map<String, String> childrenFailures() {
    return moves.dependencies().ignoredFailures(job.id());
  }

  @Override
  public String addChild(String queue, NewJob child) {
    return moves.addChild(job, queue, child);
  }

  @Override
  public void awaitChildren() {
    try {
      if (moves.toWaitingChildren(job.id(), token)) {
        leave();
        throw new WaitingChildrenException(job.id());
      }
    } catch (JobException refused) {
      throw refused.reason() == JobException.Reason.FAILED_CHILDREN
          ? new UnrecoverableException(String.valueOf(refused.getMessage()), refused)
          : refused;
    }
  }

  @Override
  public void removeUnprocessedChildren() {
    moves.removeUnprocessedChildren(job.id());
  }

  /** The job is elsewhere now: whatever the processor still does, its result is to be dropped. */
  private synchronized void leave() {
    phase = Phase.TAKEN_AWAY;
  }

  @Override
  public void updateData(String data) {
    moves.updateData(job.id(), new RawJson(data));
  }

  @Override
  public boolean cancelled() {
    return cancelReason != null;
  }

  @Override
  public Optional<String> cancelReason() {
    return Optional.ofNullable(cancelReason);
  }

  @Override
  public boolean closing() {
    return closing.getAsBoolean();
  }
}
