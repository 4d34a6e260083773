package asset2go.graph;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.async.AsyncSession;

/**
 * Knows whether Neo4j is alive: a circuit breaker that opens within two seconds of the last sign of
 * life and closes with the next answer to a question of its own, over a connection of its own.
 * While it is closed each call that succeeds is a sign of life and saves the question.
 */
final class Pulse implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Pulse.class.getName());
  private static final Duration TICK = Duration.ofMillis(200);
  private static final Duration QUIET = Duration.ofMillis(300);
  // With TICK and QUIET this makes 1.8 s: less would take a busy machine for a dead one.
  private static final Duration ANSWER = Duration.ofMillis(1300);
  private static final Duration REMIND = Duration.ofMillis(100);

  private final Supplier<Driver> connect;
  private final InFlight calls;
  private final Connections connections;
  // A plain thread: it must live before any component's context does, and outlive none.
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(
          2, task -> Thread.ofPlatform().name("neo4j-pulse").daemon().unstarted(task));
  private @Nullable Driver driver;
  private volatile long lastSign = System.nanoTime();
  private volatile boolean lost;
  private volatile long lostSince;

  Pulse(Supplier<Driver> connect, InFlight calls, Connections connections) {
    this.connect = connect;
    this.calls = calls;
    this.connections = connections;
  }

  void start() {
    timer.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    timer.scheduleWithFixedDelay(this::remind, 0, REMIND.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean lost() {
    return lost;
  }

  /**
   * A call succeeded. It spares Neo4j a question; but once lost only an answer to ours counts, not
   * a call that has just been abandoned and ends with what it had before.
   */
  void sign() {
    if (!lost) {
      lastSign = System.nanoTime();
    }
  }

  private synchronized void found() {
    lastSign = System.nanoTime();
    if (!lost) {
      return;
    }
    lost = false;
    LOG.info("Neo4j answers again.");
    notifyAll();
  }

  /** Waits until Neo4j lives again, for at most this long; says whether it does. */
  synchronized boolean await(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (lost) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  private void tick() {
    if (!lost && System.nanoTime() - lastSign < QUIET.toNanos()) {
      return;
    }
    long asked = System.nanoTime();
    if (answers()) {
      found();
    } else if (lastSign - asked < 0) { // nobody else had an answer meanwhile
      lose(asked);
    }
  }

  private void lose(long since) {
    if (!lost) {
      lostSince = since;
      lost = true;
      connections.renew();
      LOG.warning("Neo4j does not answer; requests are refused until it does.");
    }
  }

  /**
   * Again and again: some calls are more patient than others, and some began just as it was lost.
   */
  private void remind() {
    if (lost) {
      calls.abandon(Duration.ofNanos(System.nanoTime() - lostSince));
    }
    calls.abandonLate();
  }

  private boolean answers() {
    try {
      if (driver == null) {
        driver = connect.get();
      }
      AsyncSession session = driver.session(AsyncSession.class);
      CompletableFuture<?> answer =
          session
              .runAsync("RETURN 1")
              .thenCompose(cursor -> cursor.consumeAsync())
              .thenCompose(summary -> session.closeAsync())
              .toCompletableFuture();
      answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      forget();
      return false;
    }
  }

  private void forget() {
    if (driver != null) {
      driver.closeAsync();
      driver = null;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    forget();
  }
}
