package asset2go.queue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Does the jobs of a queue, side by side with any other worker of it, ours or Node's. It has two
 * threads of its own (one fetches, one renews locks) and keeps up to {@code concurrency} of the
 * executor's busy while there is work. Whatever happens to Redis, it goes on by itself when Redis
 * is back.
 */
public final class Worker implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Worker.class.getName());

  private final String id = UUID.randomUUID().toString();
  private final AtomicLong tokens = new AtomicLong();
  private final Keys keys;
  private final WorkerOptions options;
  private final Executor executor;
  private final Moves moves;
  private final Marker marker;
  private final Performance performance;
  private final Outage outage;
  private final Slots slots;
  private final Set<Run> running = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean started = new AtomicBoolean();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch gone = new CountDownLatch(1);
  private volatile boolean paused;
  private volatile long limitedUntil;
  private volatile long delayedUntil;

  /**
   * @param executor where jobs run, up to {@code concurrency} at a time
   */
  public Worker(
      Redis redis, String queue, Processor processor, WorkerOptions options, Executor executor) {
    this(redis, redis.prefix(), queue, processor, options, executor);
  }

  /**
   * @param prefix the first part of all keys. BullMQ's is "bull", in a cluster ours is "{bull}"
   */
  public Worker(
      Redis redis,
      String prefix,
      String queue,
      Processor processor,
      WorkerOptions options,
      Executor executor) {
    this.keys = redis.keys(prefix, queue);
    this.options = options;
    this.executor = executor;
    this.moves = new Moves(redis, keys, options);
    this.marker = new Marker(redis.config(), moves, keys.clientName(options.name()));
    this.outage = new Outage("Worker " + options.name() + " of queue " + queue);
    this.slots = new Slots(options.concurrency());
    this.performance =
        new Performance(this, moves, new Schedulers(redis, keys), processor, options, outage);
  }

  /** Begins to fetch. Redis need not be there yet. */
  public Worker start() {
    if (!started.compareAndSet(false, true)) {
      throw new IllegalStateException("This worker has been started before");
    }
    options.loopThreads().newThread(new Upkeep(this, moves, options, outage)).start();
    options.loopThreads().newThread(this::fetch).start();
    return this;
  }

  /** Waits until it has got through to Redis, or is closed. */
  public void awaitReady() {
    try {
      ready.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  public String queue() {
    return keys.queue;
  }

  public String name() {
    return options.name();
  }

  /** How many jobs it is at. */
  public int active() {
    return running.size();
  }

  /** True from its start until it is closed, outages of Redis included. */
  public boolean isRunning() {
    return started.get() && !isClosing();
  }

  /** False while Redis is away. */
  public boolean isConnected() {
    return !outage.isDown();
  }

  /** Takes no more jobs until it is resumed; other workers go on. */
  public void pause() {
    paused = true;
  }

  public void resume() {
    paused = false;
  }

  /** Asks the processor of a job to stop; false where this worker is not at it. */
  public boolean cancel(String jobId, String reason) {
    return running.stream()
            .filter(run -> run.job.id().equals(jobId))
            .filter(run -> run.cancel(reason))
            .count()
        > 0;
  }

  /** Asks the processors of all jobs that this worker is at to stop; other workers go on. */
  public void cancelAll(String reason) {
    running.forEach(run -> run.cancel(reason));
  }

  /** How many jobs it does at a time. */
  public int concurrency() {
    return slots.size();
  }

  /** Has it do more or fewer jobs at a time from now on; those that run finish. */
  public void setConcurrency(int concurrency) {
    slots.resize(concurrency);
  }

  /** Closes it with the grace that its options give. */
  @Override
  public void close() {
    close(options.grace());
  }

  /**
   * Takes no more jobs, lets those that run finish for the given time, then cancels the rest and
   * gives them back to the queue, for another worker to take next.
   */
  public void close(Duration grace) {
    boolean first = !isClosing();
    closing.countDown();
    ready.countDown();
    marker.close();
    if (started.get() && first) {
      if (!allIdle(grace)) {
        running.forEach(this::giveBack);
      }
    }
    gone.countDown();
  }

  private boolean allIdle(Duration grace) {
    try {
      return slots.awaitAll(grace);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void giveBack(Run run) {
    if (run.takeAway("the worker is closing")) {
      giveBack(run.job, run.token);
    }
  }

  private void giveBack(Job job, String token) {
    try {
      moves.backToWait(job.id(), token);
    } catch (QueueException error) {
      LOG.log(
          Level.WARNING,
          () -> "Could not give job " + job.id() + " back; it will count as stalled: " + error);
    }
  }

  boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Whether the end of a job should bring the next one along. */
  boolean wantsMore() {
    return !isClosing() && !paused && !isLimited() && !slots.areTooMany();
  }

  CountDownLatch closing() {
    return closing;
  }

  /** The moment after which nothing is tried again. */
  CountDownLatch gone() {
    return gone;
  }

  Set<Run> running() {
    return running;
  }

  /** Remembers what came with a reply beside the job itself. */
  void note(Fetched fetched) {
    if (fetched.limitMillis() > 0) {
      limit(fetched.limitMillis());
    }
    delayedUntil = fetched.delayedUntil();
  }

  /** Takes no jobs for so many milliseconds. */
  void limit(long millis) {
    limitedUntil = System.currentTimeMillis() + millis;
  }

  private boolean isLimited() {
    return limitedUntil > System.currentTimeMillis();
  }

  private void fetch() {
    Fetching fetching = new Fetching();
    int tries = 0;
    while (!isClosing()) {
      if (!slotFree()) {
        continue;
      }
      boolean taken = false;
      try {
        Job job = fetching.next();
        tries = 0;
        taken = job != null && handOver(job, fetching.token);
      } catch (Throwable error) {
        // Nothing may end this loop: a worker that is dead after an outage is what BullMQ's users
        // suffer from most.
        fetching.failed();
        if (!isClosing()) {
          outage.pause(tries++, error, closing);
        }
      } finally {
        if (!taken) {
          slots.release();
        }
      }
      if (taken) {
        fetching.renew();
      }
    }
  }

  private boolean slotFree() {
    try {
      return slots.tryAcquire(250, TimeUnit.MILLISECONDS);
    } catch (InterruptedException notOurs) {
      return false;
    }
  }

  private boolean handOver(Job job, String token) {
    // Limited: the job that hit the limit went back while this one was being fetched, and may be
    // it.
    if (isClosing() || isLimited()) {
      giveBack(job, token);
      return false;
    }
    try {
      executor.execute(() -> work(job, token));
      return true;
    } catch (RuntimeException rejected) {
      giveBack(job, token);
      throw rejected;
    }
  }

  private void work(Job first, String token) {
    try {
      @Nullable Job job = first;
      while (job != null) {
        job = performance.perform(job, token);
      }
    } catch (RuntimeException | Error error) {
      LOG.log(Level.ERROR, "A slot of worker " + options.name() + " failed", error);
    } finally {
      slots.release();
    }
  }

  /** The fetching thread's memory. */
  private final class Fetching {
    private String token = token();
    private boolean drained;

    /** The last reply was lost: Redis may have given us a job without our knowing. */
    private boolean doubtful;

    private void renew() {
      token = token();
    }

    /** The next thing to try is to fetch: only that tells whether the outage is over. */
    private void failed() {
      doubtful = true;
      drained = false;
    }

    private @Nullable Job next() {
      if (paused || isLimited()) {
        long wait = paused ? 100 : limitedUntil - System.currentTimeMillis();
        Outage.sleep(Math.clamp(wait, 1, 30_000), closing);
        // Whoever hit the limit has eaten the marker: without a look the next one could be far off.
        drained = false;
        return null;
      }
      if (doubtful) {
        Job lost = lost();
        doubtful = false;
        if (lost != null) {
          return lost;
        }
      }
      if (drained && (!sleptWell() || isLimited())) {
        return null;
      }
      marker.open(); // Also a worker that is never idle shall be seen.
      Fetched fetched = moves.toActive(token);
      outage.over();
      ready.countDown();
      note(fetched);
      drained = fetched.job() == null;
      return fetched.job();
    }

    /**
     * A job that cannot even be read (its key may be another thing) is left to the check for
     * stalled ones: it must not hold up the others.
     */
    private @Nullable Job lost() {
      try {
        return moves.given(token);
      } catch (RedisUnavailableException away) {
        throw away;
      } catch (QueueException unreadable) {
        LOG.log(Level.WARNING, () -> "A job cannot be read: " + unreadable.getMessage());
        renew();
        return null;
      }
    }

    /**
     * Sleeps until there is a reason to look for work; false where it is too early. That Redis let
     * us sleep is no sign that an outage is over: one that is full does, too.
     */
    private boolean sleptWell() {
      long now = System.currentTimeMillis();
      long due = delayedUntil;
      if (due > 0 && due <= now) {
        return true;
      }
      long news = marker.await(due > 0 ? due - now : options.drainDelay().toMillis());
      delayedUntil = news > 0 && due > 0 ? Math.min(news, due) : news;
      return delayedUntil <= System.currentTimeMillis();
    }

    private String token() {
      return id + ":" + tokens.getAndIncrement();
    }
  }

  /** For tests: the ids of the jobs it is at. */
  List<String> activeIds() {
    return running.stream().map(run -> run.job.id()).toList();
  }
}
