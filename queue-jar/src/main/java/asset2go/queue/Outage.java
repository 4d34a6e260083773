package asset2go.queue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Bridges the times when Redis is away: waits between tries, and says once that it is gone and once
 * that it is back.
 */
final class Outage {
  private static final Logger LOG = System.getLogger(Worker.class.getName());
  private static final long SHORTEST = 50;

  /** Short enough that work goes on within a moment of Redis' return. */
  private static final long LONGEST = 1_000;

  private final String who;
  private volatile boolean down;

  Outage(String who) {
    this.who = who;
  }

  /** Waits before the given try (0, 1, ...) is repeated; false where the end came first. */
  boolean pause(int tries, Throwable error, CountDownLatch end) {
    announce(error);
    long full = Math.min(LONGEST, SHORTEST << Math.min(tries, 10));
    return sleep(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1), end);
  }

  /** Sleeps unless the end comes first: then false. */
  static boolean sleep(long millis, CountDownLatch end) {
    boolean interrupted = false;
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    try {
      for (; ; ) {
        try {
          return !end.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopHurrying) {
          // A cancelled job is interrupted, but how it ended must still reach Redis.
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized void announce(Throwable error) {
    if (!down) {
      down = true;
      LOG.log(Level.WARNING, () -> who + ": held up (" + error + "); trying on");
    }
  }

  /** To be told of every success. */
  void over() {
    if (down) {
      synchronized (this) {
        if (down) {
          down = false;
          LOG.log(Level.INFO, () -> who + ": going on");
        }
      }
    }
  }

  boolean isDown() {
    return down;
  }
}
