package asset2go.booking;

import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets only so many at a time decide what they may have. Those who want the same wait for each
 * other in the database, and each would keep a connection meanwhile that everybody else needs.
 */
@ApplicationScoped
public class Turnstile {

  private static final int ABREAST = 12;
  private static final long PATIENCE_SECONDS = 15;

  private final Semaphore places = new Semaphore(ABREAST, true);

  <T> T pass(Supplier<T> decision) {
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new DomainError.Unavailable("Too many want to book at the same moment.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DomainError.Unavailable("Shutting down.", e);
    }
    try {
      return decision.get();
    } finally {
      places.release();
    }
  }
}
