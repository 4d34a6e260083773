package asset2go.running;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The one system that all classes of a run share: started by the first that asks for it, stopped
 * after the last. Its stores can be broken, its limits are out of the way, and whoever says in
 * X-Forwarded-For to be somebody else is believed.
 */
public final class OneSystem implements LauncherSessionListener {

  private static @Nullable RunningSystem system;
  private static @Nullable RuntimeException failure;
  private static @Nullable Api administrator;

  /** Itself, running. */
  public static synchronized RunningSystem get() {
    if (failure != null) {
      // Once is enough: every class would wait for the same in vain.
      throw failure;
    }
    RunningSystem running = system;
    if (running == null) {
      running =
          RunningSystem.breakable(
              "one", Map.of("RATE_LIMIT_REQUESTS", "1000000", "TRUSTED_PROXIES", "127.0.0.1,::1"));
      system = running;
      Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop the system"));
      try {
        running.up();
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
    }
    return running;
  }

  /** Its API, as the first administrator. */
  public static synchronized Api api() {
    Api known = administrator;
    if (known == null) {
      known = get().administrator();
      administrator = known;
    }
    return known;
  }

  /** Stops it before the end of the run; says which it was. */
  public static synchronized @Nullable RunningSystem stop() {
    RunningSystem running = system;
    if (running != null) {
      running.close();
    }
    return running;
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    stop();
  }
}
