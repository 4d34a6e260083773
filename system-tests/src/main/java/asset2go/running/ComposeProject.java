package asset2go.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The Compose files as they are shipped, under a project name, ports and image tags of its own,
 * with the stores of {@code docker-compose.infra.yml}. What it started is taken down with its data
 * at the end, also when this program dies: a shell waits at the other end of a pipe and does it
 * then.
 */
public final class ComposeProject implements AutoCloseable {

  private static final String WATCHDOG =
      "read -r _; exec docker compose down -v --remove-orphans -t 20 >/dev/null 2>&1";

  private static final Duration PATIENCE = Duration.ofMinutes(7);

  private final Map<String, String> settings;
  private @Nullable Process watchdog;

  private ComposeProject(Map<String, String> settings) {
    this.settings = settings;
  }

  /**
   * One that does not run yet.
   *
   * @param name of the project
   * @param tag of the images, which must be there
   * @param more variables of {@code .env}
   */
  public static ComposeProject of(String name, String tag, Map<String, String> more) {
    List<Integer> ports = Ports.free(2);
    String api = "http://localhost:" + ports.get(0) + "/";
    String web = "http://localhost:" + ports.get(1) + "/";
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("COMPOSE_PROJECT_NAME", name);
    settings.put("COMPOSE_FILE", "docker-compose.yml:docker-compose.infra.yml");
    // No .env of somebody who works here.
    settings.put("COMPOSE_DISABLE_ENV_FILE", "1");
    settings.put("TAG", tag);
    settings.put("API_PORT", "" + ports.get(0));
    settings.put("API_URL", api);
    settings.put("NEXT_PUBLIC_API_URL", api);
    settings.put("API_INTERNAL_URL", "http://api:" + ports.get(0) + "/");
    settings.put("PORT", "" + ports.get(1));
    settings.put("APP_URL", web);
    settings.put("NEXT_PUBLIC_ADDRESS", web);
    settings.putAll(more);
    return new ComposeProject(settings);
  }

  /** What a command printed, and its exit status. */
  public record Run(int status, String output) {

    /** The output of a command that must succeed. */
    public String succeeded() {
      if (status != 0) {
        throw new IllegalStateException("Status " + status + ": " + output);
      }
      return output;
    }
  }

  /** Starts what is named, or everything, and returns when all that runs is healthy. */
  public void up(String... arguments) {
    watch();
    List<String> command = new ArrayList<>(List.of("up", "-d", "--no-build"));
    command.addAll(List.of(arguments));
    compose(command.toArray(String[]::new)).succeeded();
    long end = System.nanoTime() + PATIENCE.toNanos();
    // Not with --wait: on a busy machine a container may be unhealthy for a while.
    while (!isHealthy()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            compose("ps", "-a").output() + compose("logs", "--tail", "20").output());
      }
      pause();
    }
  }

  private boolean isHealthy() {
    return compose("ps", "-a", "--format", "{{.Status}}")
        .succeeded()
        .lines()
        .allMatch(status -> status.contains("(healthy)"));
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Runs {@code docker compose} with these arguments. */
  public Run compose(String... arguments) {
    return docker(true, arguments);
  }

  /** Runs {@code docker} with these arguments. */
  public Run docker(String... arguments) {
    return docker(false, arguments);
  }

  /** Runs a command in the first container of a service. */
  public Run exec(String service, String... command) {
    List<String> arguments = new ArrayList<>(List.of("exec", "-T", service));
    arguments.addAll(List.of(command));
    return compose(arguments.toArray(String[]::new));
  }

  /** The ids of a service's running containers. */
  public List<String> containers(String service) {
    return compose("ps", "-q", service).succeeded().lines().toList();
  }

  /** The API for nobody in particular. */
  public Api api() {
    return new Api(URI.create(setting("API_URL")), null);
  }

  /** The API as it is reached through the web container, for nobody in particular. */
  public Api apiThroughWeb() {
    return new Api(URI.create(setting("APP_URL")).resolve("api"), null);
  }

  /** The password of the first administrator. */
  public String administratorPassword() {
    return Objects.requireNonNull(secrets().get("ADMIN_PASSWORD"), "no ADMIN_PASSWORD");
  }

  /** What the stores have generated for this project. */
  public Map<String, String> secrets() {
    Map<String, String> secrets = new LinkedHashMap<>();
    exec("infra", "cat", "/var/lib/asset2go/secrets/secrets.env")
        .succeeded()
        .lines()
        .map(line -> line.split("=", 2))
        .forEach(pair -> secrets.put(pair[0], pair[1]));
    return secrets;
  }

  /** A variable of this project. */
  public String setting(String name) {
    String value = settings.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is not set");
    }
    return value;
  }

  private Run docker(boolean compose, String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    if (compose) {
      command.add("compose");
    }
    command.addAll(Arrays.asList(arguments));
    try {
      Process process = builder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    Path root = Place.root();
    builder.directory(root.toFile());
    builder.environment().putAll(settings);
    return builder;
  }

  private void watch() {
    if (watchdog == null) {
      try {
        watchdog = builder(List.of("sh", "-c", WATCHDOG)).start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Takes everything down, with its data. */
  @Override
  public void close() {
    Process waiting = watchdog;
    if (waiting == null) {
      return;
    }
    watchdog = null;
    try {
      waiting.getOutputStream().close();
      if (!waiting.waitFor(120, TimeUnit.SECONDS)) {
        throw new IllegalStateException("docker compose down takes more than two minutes");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
