package asset2go.client;

import asset2go.installation.Installation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ResponseProcessingException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;

/**
 * Whether the API answers, as every call of this instance finds out. An outage is one line of the
 * log, which names the setting to look at, however many requests it meets.
 */
@ApplicationScoped
public class ApiReach {
  /**
   * Time for a connection: with it, also an address that swallows every packet is given up within
   * the 3 s in which a person is told.
   */
  public static final Duration CONNECT = Duration.ofMillis(1_500);

  private static final Logger LOG = Logger.getLogger(ApiReach.class.getName());

  @Inject Installation installation;

  private final AtomicBoolean silent = new AtomicBoolean();

  /** Some answer came, whatever it said. */
  public void answered() {
    if (silent.get() && silent.compareAndSet(true, false)) {
      LOG.info("The API answers again.");
    }
  }

  /** None came. */
  public void silent(Throwable why) {
    if (silent.compareAndSet(false, true)) {
      LOG.warning(
          "The API does not answer at "
              + address()
              + ": look at API_INTERNAL_URL, and whether the API runs there. Until it does, this"
              + " instance answers 503. ("
              + reason(why)
              + ")");
    }
  }

  URI address() {
    return installation.settings().apiInternalUrl();
  }

  /** Whether a call failed for want of an answer, not because of what the answer said. */
  public static boolean isSilence(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof ProcessingException && !(at instanceof ResponseProcessingException)) {
        return isInput(at);
      }
    }
    return false;
  }

  private static boolean isInput(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private static String reason(Throwable why) {
    var last = why;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    var message = last.getMessage();
    return last.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  /** The client, with what becomes of its calls told here. */
  <T> T watch(Class<T> api, T client) {
    var watched =
        Proxy.newProxyInstance(
            api.getClassLoader(),
            new Class<?>[] {api},
            (proxy, method, arguments) -> {
              try {
                var result = method.invoke(client, arguments);
                answered();
                return result;
              } catch (InvocationTargetException failed) {
                var cause = Objects.requireNonNull(failed.getCause());
                if (isSilence(cause)) {
                  silent(cause);
                } else if (cause instanceof ApiProblem) {
                  answered();
                }
                throw cause;
              }
            });
    return api.cast(watched);
  }
}
