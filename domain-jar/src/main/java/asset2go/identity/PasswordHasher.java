package asset2go.identity;

import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place that spends time and memory on passwords. No more run at once than there are
 * processors: a storm of sign-ins must not take the memory of everybody else's requests.
 */
@ApplicationScoped
class PasswordHasher {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Semaphore places =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);
  private final String nobodys = PasswordHash.of("nobody has this password").phc();

  String hash(String password) {
    return inTurn(() -> PasswordHash.of(password).phc());
  }

  /**
   * Whether this is the password; takes as long where there is none to compare with.
   *
   * @param phc null where nobody is known by the address, or no password was chosen yet
   */
  boolean matches(String password, @Nullable String phc) {
    boolean same = inTurn(() -> PasswordHash.parse(phc == null ? nobodys : phc).matches(password));
    return same && phc != null;
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new DomainError.TooManyRequests(
            "Too many people sign in at this moment.", Duration.ofSeconds(2));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DomainError.Unavailable("Shutting down.", e);
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
