package asset2go.queue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one job in a worker: processed, then brought to its end in Redis, whatever it
 * takes.
 */
final class Performance {
  private static final Logger LOG = System.getLogger(Worker.class.getName());
  private static final int PENDING_CHILDREN = -4;
  private static final int FAILED_CHILDREN = -9;

  private final Worker worker;
  private final Moves moves;
  private final Schedulers schedulers;
  private final Processor processor;
  private final WorkerOptions options;
  private final Outage outage;

  Performance(
      Worker worker,
      Moves moves,
      Schedulers schedulers,
      Processor processor,
      WorkerOptions options,
      Outage outage) {
    this.worker = worker;
    this.schedulers = schedulers;
    this.moves = moves;
    this.processor = processor;
    this.options = options;
    this.outage = outage;
  }

  /**
   * Does the job and returns the one that came along when it was finished, under the same token.
   */
  @Nullable Job perform(Job job, String token) {
    Run run = new Run(job, token, moves, worker::isClosing);
    worker.running().add(run);
    try {
      tell(listener -> listener.onActive(job));
      makeNext(job);
      return finish(run, outcome(run));
    } finally {
      worker.running().remove(run);
    }
  }

  /** Before the job itself: should it take this process with it, the schedule goes on. */
  private void makeNext(Job job) {
    for (int tries = 0; job.schedulerId() != null; tries++) {
      try {
        schedulers.makeNext(job);
        return;
      } catch (RedisUnavailableException away) {
        if (!outage.pause(tries, away, worker.closing())) {
          return;
        }
      } catch (RuntimeException error) {
        LOG.log(
            Level.ERROR,
            () -> "Scheduler " + job.schedulerId() + " makes no more jobs: " + error.getMessage());
        return;
      }
    }
  }

  private Ending outcome(Run run) {
    Job job = run.job;
    try {
      refuseHopeless(job);
      String value = Json.write(processor.process(job, run));
      return new Completed(run, value);
    } catch (RateLimitException limit) {
      return new Limited(run, limit);
    } catch (Throwable error) {
      String cancelled = run.cancelReason().orElse(null);
      return failed(run, cancelled == null ? error : new QueueException(cancelled, error));
    }
  }

  private void refuseHopeless(Job job) {
    String deferred = job.deferredFailure();
    if (deferred != null) {
      throw new UnrecoverableException(deferred);
    }
    if (options.maxStarted() > 0 && job.attemptsStarted() > options.maxStarted()) {
      throw new UnrecoverableException("job started more than allowable limit"); // As Node says it.
    }
    if (!Json.isValid(job.data())) {
      throw new UnrecoverableException("The job's data is not JSON");
    }
  }

  private @Nullable Job finish(Run run, Ending ending) {
    boolean ours = run.finish();
    Thread.interrupted(); // What cancelled the processor is not meant for what follows.
    if (!ours) {
      return null;
    }
    boolean doubtful = false;
    for (int tries = 0; ; tries++) {
      try {
        Object reply = ending.send(worker.wantsMore());
        outage.over();
        return reply instanceof Long code && code < 0
            ? refused(run, ending, code, doubtful)
            : finished(run, ending, reply);
      } catch (RedisUnavailableException away) {
        doubtful = true;
        if (!outage.pause(tries, away, worker.gone())) {
          LOG.log(Level.WARNING, () -> "Closed without Redis: " + run.job.id() + " will run again");
          return null;
        }
      } catch (QueueException error) {
        LOG.log(Level.ERROR, () -> "Could not finish job " + run.job.id() + ": " + error);
        return null;
      }
    }
  }

  private @Nullable Job finished(Run run, Ending ending, @Nullable Object reply) {
    tell(listener -> ending.tell(listener, Duration.ofMillis(run.millis())));
    Fetched next = Fetched.parse(worker.queue(), reply);
    worker.note(next);
    return next.job();
  }

  private @Nullable Job refused(Run run, Ending ending, long code, boolean doubtful) {
    if (ending instanceof Completed && (code == PENDING_CHILDREN || code == FAILED_CHILDREN)) {
      JobException reason = new JobException("complete", run.job.id(), code);
      return finish(
          run,
          failed(
              run,
              code == FAILED_CHILDREN
                  ? new UnrecoverableException(Failure.reason(reason))
                  : reason));
    }
    if (doubtful) {
      // The first try went through and only its reply was lost; with it, perhaps, the next job.
      tell(listener -> ending.tell(listener, Duration.ofMillis(run.millis())));
      return worker.wantsMore() ? moves.given(run.token) : null;
    }
    LOG.log(
        Level.WARNING,
        () -> new JobException("finish", run.job.id(), code).getMessage() + "; it may run again");
    tell(listener -> listener.onLockLost(run.job));
    return null;
  }

  private Failed failed(Run run, Throwable error) {
    Job job = run.job;
    if (error instanceof PostponeException later) {
      long wait = Math.max(1, later.delay().toMillis());
      return new Failed(run, error, Failure.of(job, error), wait);
    }
    if (error instanceof UnrecoverableException
        || job.attemptsMade() + 1 >= job.options().attempts()) {
      return new Failed(run, error, Failure.of(job, error), -1);
    }
    try {
      return new Failed(run, error, Failure.of(job, error), delay(job, error));
    } catch (RuntimeException broken) {
      error.addSuppressed(broken);
      return new Failed(run, error, Failure.of(job, error), -1);
    }
  }

  /** Milliseconds until the next try, negative for none. */
  private long delay(Job job, Throwable error) {
    Backoff backoff = job.options().backoff();
    int failures = job.attemptsMade() + 1;
    if (backoff == null) {
      return 0;
    }
    if (backoff.isBuiltIn()) {
      return backoff.wait(failures, ThreadLocalRandom.current());
    }
    WorkerOptions.BackoffStrategy strategy = options.backoffs().get(backoff.type());
    if (strategy == null) {
      LOG.log(
          Level.WARNING,
          () -> "Job " + job.id() + " asks for an unknown back-off, " + backoff.type());
      return -1;
    }
    return strategy.delay(failures, error, job).toMillis();
  }

  private void tell(Consumer<WorkerListener> news) {
    try {
      news.accept(options.listener());
    } catch (RuntimeException broken) {
      LOG.log(Level.WARNING, "A worker's listener failed", broken);
    }
  }

  /** How a job leaves this worker. */
  private sealed interface Ending {
    @Nullable Object send(boolean fetchNext);

    void tell(WorkerListener listener, Duration took);
  }

  private final class Completed implements Ending {
    private final Run run;
    private final String value;

    private Completed(Run run, String value) {
      this.run = run;
      this.value = value;
    }

    @Override
    public @Nullable Object send(boolean fetchNext) {
      return moves.toCompleted(run.job, run.token, value, fetchNext);
    }

    @Override
    public void tell(WorkerListener listener, Duration took) {
      listener.onCompleted(run.job, took);
    }
  }

  /** Given back until whoever has had enough of us may be asked again. */
  private final class Limited implements Ending {
    private final Run run;
    private final RateLimitException limit;

    private Limited(Run run, RateLimitException limit) {
      this.run = run;
      this.limit = limit;
    }

    @Override
    public @Nullable Object send(boolean fetchNext) {
      Duration time = limit.time();
      if (time != null) {
        // Here first: the job that goes back would wake this worker itself.
        worker.limit(time.toMillis());
        moves.holdUp(time);
      }
      Object reply = moves.backToWait(run.job.id(), run.token);
      if (reply instanceof Long millis && millis > 0) {
        worker.limit(millis);
      }
      return reply;
    }

    @Override
    public void tell(WorkerListener listener, Duration took) {
      listener.onRateLimited(run.job, took);
    }
  }

  private final class Failed implements Ending {
    private final Run run;
    private final Throwable error;
    private final Failure failure;
    private final long delay;

    private Failed(Run run, Throwable error, Failure failure, long delay) {
      this.run = run;
      this.error = error;
      this.failure = failure;
      this.delay = delay;
    }

    @Override
    public @Nullable Object send(boolean fetchNext) {
      if (delay < 0) {
        return moves.toFailed(run.job, run.token, failure, fetchNext);
      }
      return delay == 0
          ? moves.retry(run.job, run.token, failure)
          : moves.toDelayed(
              run.job, run.token, delay, !(error instanceof PostponeException), failure, fetchNext);
    }

    @Override
    public void tell(WorkerListener listener, Duration took) {
      listener.onFailed(run.job, error, took, delay >= 0);
    }
  }
}
