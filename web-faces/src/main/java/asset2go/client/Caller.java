package asset2go.client;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf this thread calls the API. A page is rendered on one thread, so that a
 * thread-local reaches the clients, which live as long as the application.
 *
 * @param token of the browser's cookie
 * @param requestId ties the log lines of web, API and worker together
 * @param address of the browser
 */
public record Caller(@Nullable String token, String requestId, String address, Locale locale) {
  private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();

  /** Who is served on this thread. */
  public static Caller current() {
    var caller = CURRENT.get();
    if (caller == null) {
      throw new IllegalStateException("Outside of a request.");
    }
    return caller;
  }

  /** Begins to serve somebody. Always paired with {@link #leave()}. */
  public static void enter(Caller caller) {
    CURRENT.set(caller);
  }

  /** Ends it: the thread goes back to a pool. */
  public static void leave() {
    CURRENT.remove();
  }
}
