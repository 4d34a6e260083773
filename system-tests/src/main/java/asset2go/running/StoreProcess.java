package asset2go.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One store in a process of its own, so that it can be stopped, frozen and killed while the others
 * go on. It ends by itself when this program does.
 */
public final class StoreProcess implements AutoCloseable {

  private final String store;
  private final Path folder;
  private final Map<String, String> settings;
  private @Nullable Process process;

  StoreProcess(String store, Path folder, Map<String, String> settings) {
    this.store = store;
    this.folder = folder;
    this.settings = Map.copyOf(settings);
  }

  /** Starts it with the data of before, and waits until it answers. */
  public void start() {
    try {
      Files.createDirectories(folder);
      Path ready = folder.resolve("infra.ready");
      Files.deleteIfExists(ready);
      Process started = Programs.prepare(command(), settings, folder.resolve("infra.log")).start();
      process = started;
      for (int i = 0; !Files.exists(ready); i++) {
        if (!started.isAlive() || i > 1200) {
          throw new IllegalStateException(
              store + " does not start:\n" + Files.readString(folder.resolve("infra.log")));
        }
        started.waitFor(100, TimeUnit.MILLISECONDS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<String> command() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = Place.of("infra", "target", "asset2go-infra.jar").toString();
    return List.of(java, "-Xmx768m", "-jar", jar, "--stop-on-eof", folder.toString(), store);
  }

  /** Asks it to stop, and waits until it has. */
  public void stop() {
    Process running = process;
    if (running == null) {
      return;
    }
    try {
      running.getOutputStream().close();
    } catch (IOException alreadyGone) {
      running.destroy();
    }
    Programs.await(running, 60);
    process = null;
  }

  /** Holds it still: connections stay open, nothing answers. */
  public void freeze() {
    Programs.signal("STOP", pid());
  }

  /** Lets it go on. */
  public void thaw() {
    Programs.signal("CONT", pid());
  }

  /** Ends it at once, without a chance to save anything. */
  public void kill() {
    long pid = pid();
    Programs.signal("KILL", pid);
    if (process != null && process.pid() != pid) {
      stop();
    }
    process = null;
  }

  /** The process that answers: Redis is a child of ours. */
  private long pid() {
    Process running = process;
    if (running == null) {
      throw new IllegalStateException(store + " does not run");
    }
    return running
        .descendants()
        .filter(child -> child.info().command().orElse("").endsWith("redis-server"))
        .findFirst()
        .map(ProcessHandle::pid)
        .orElse(running.pid());
  }

  @Override
  public void close() {
    Process running = process;
    if (running != null && running.isAlive()) {
      thaw();
    }
    stop();
  }
}
