package asset2go.graph;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.TransientException;

/** Whether a call that failed is tried again: for how long, and after which pause. */
final class Tries {

  /** How long a call repeats what others got in the way of. */
  private static final Duration CONTENDED = Duration.ofSeconds(10);

  /** How long a call without patience looks for another connection in place of a broken one. */
  private static final Duration DISCONNECTED = Duration.ofMillis(1500);

  private static final long LONGEST_PAUSE_MILLIS = 1000;

  private final Duration patience;
  private long firstFailure;
  private long pauseMillis = 25;

  Tries(Duration patience) {
    this.patience = patience;
  }

  /** Waits a moment and says whether to go on. */
  boolean again(Neo4jException failure) {
    if (!(failure instanceof RetryableException)) {
      return false;
    }
    long now = System.nanoTime();
    firstFailure = firstFailure == 0 ? now : firstFailure;
    if (now - firstFailure > limit(failure).toNanos()) {
      return false;
    }
    return pause();
  }

  /** A deadlock is no dead server: on a busy one it may take more tries. */
  private Duration limit(Neo4jException failure) {
    if (failure instanceof TransientException) {
      return CONTENDED;
    }
    return patience.compareTo(DISCONNECTED) > 0 ? patience : DISCONNECTED;
  }

  /** Of a random length, so that two in each other's way do not meet again. */
  private boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(1, 2 * pauseMillis));
      pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
