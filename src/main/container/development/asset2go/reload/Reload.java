package asset2go.reload;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;

/**
 * Starts the server of a development container, and watches the sources beside it. It looks at
 * their times and sizes, and waits for no event: those do not pass every kind of mount.
 */
public final class Reload {
  private static final long LOOK_MILLIS = 500;
  private static final long SETTLE_MILLIS = 150;

  // As it is before the server puts a stream of its own in its place.
  private static final PrintStream OUT = System.out;

  private final Workshop workshop;
  private final Application application = new Application();

  private Reload(Workshop workshop) {
    this.workshop = workshop;
  }

  /** {@code record}, when the image is built, or the name of the server to start. */
  public static void main(String[] args) throws Exception {
    var workshop = Workshop.of(System.getenv());
    if (args[0].equals("record")) {
      workshop.record();
      return;
    }
    var reload = new Reload(workshop);
    reload.catchUp();
    Thread.ofPlatform().name("reload").daemon().start(reload::watch);
    Class.forName("com.ibm.ws.kernel.boot.cmdline.EnvCheck")
        .getMethod("main", String[].class)
        .invoke(null, (Object) args);
  }

  static void say(String words) {
    OUT.println("[reload] " + words);
  }

  private void watch() {
    try {
      var seen = look();
      application.awaitStart();
      workshop.warmUp();
      say("Watching " + workshop + ".");
      while (true) {
        Thread.sleep(LOOK_MILLIS);
        var now = look();
        if (!now.equals(seen)) {
          seen = settled(now);
          pass();
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (JMException e) {
      say("The server says nothing of its application, so nothing is watched: " + e);
    }
  }

  private Map<Path, List<Object>> look() {
    var files = new HashMap<Path, List<Object>>();
    for (var module : workshop.modules()) {
      files.putAll(module.look());
    }
    return files;
  }

  private Map<Path, List<Object>> settled(Map<Path, List<Object>> first)
      throws InterruptedException {
    var before = first;
    while (true) {
      Thread.sleep(SETTLE_MILLIS);
      var now = look();
      if (now.equals(before)) {
        return now;
      }
      before = now;
    }
  }

  /** Whatever goes wrong with one change must not end the watch over the next. */
  private void pass() {
    try {
      var touched = catchUp();
      if (!touched.isEmpty()) {
        application.changed(touched);
      }
    } catch (JMException | RuntimeException e) {
      say("The application was not started again: " + e);
    }
  }

  private List<Path> catchUp() {
    var began = System.nanoTime();
    try {
      var outcome = workshop.catchUp();
      if (!outcome.words().isEmpty()) {
        say(outcome.words() + " (" + seconds(began) + " s)");
      }
      return outcome.touched();
    } catch (IOException | RuntimeException e) {
      say("What was saved could not be taken over: " + e);
      return List.of();
    }
  }

  private static String seconds(long since) {
    return "%.1f".formatted((System.nanoTime() - since) / 1e9);
  }
}
