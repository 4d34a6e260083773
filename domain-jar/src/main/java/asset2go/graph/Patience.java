package asset2go.graph;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * How long a caller sits out an outage of Neo4j. A request of a user does not at all: it answers
 * 503 within two seconds. A job does: nobody waits for it, and starting over costs more.
 */
public final class Patience {

  /** How long one transaction of an impatient caller may take. */
  static final Duration IMPATIENT_TRANSACTION = Duration.ofSeconds(20);

  /** How long one transaction of a patient caller may take. */
  static final Duration PATIENT_TRANSACTION = Duration.ofMinutes(5);

  /** How much later than that Neo4j has to say that it has ended one. */
  static final Duration LATE_ANSWER = Duration.ofSeconds(5);

  private static final ThreadLocal<Duration> CURRENT = ThreadLocal.withInitial(() -> Duration.ZERO);

  private Patience() {}

  /** Does something that sits out an outage of up to this long at each of its transactions. */
  public static <T> T with(Duration patience, Callable<T> action) throws Exception {
    Duration before = CURRENT.get();
    CURRENT.set(patience);
    try {
      return action.call();
    } finally {
      CURRENT.set(before);
    }
  }

  static Duration current() {
    return CURRENT.get();
  }
}
