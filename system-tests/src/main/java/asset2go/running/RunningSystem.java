package asset2go.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole Asset2Go with ports, secrets and a data folder of its own, started and stopped with the
 * launcher as a person would. What is stopped at the end is also stopped when this program dies, in
 * whatever way: a shell waits at the other end of a pipe and then calls {@code ./asset2go down}.
 */
public final class RunningSystem implements AutoCloseable {

  private static final String WATCHDOG = "read -r _; exec \"$0\" down";

  /** What servers have in common that stand beside each other. */
  private static final List<String> COMMON =
      List.of(
          "NEO4J_URI",
          "NEO4J_USER",
          "NEO4J_PASSWORD",
          "NEO4J_DATABASE",
          "REDIS_HOST",
          "REDIS_PORT",
          "REDIS_PASSWORD",
          "EMAIL_HOST",
          "EMAIL_PORT",
          "JWT_SECRET");

  private final Path folder;
  private final Path var;
  private final Map<String, String> settings;
  private final @Nullable StoreProcess neo4j;
  private final @Nullable StoreProcess redis;
  private @Nullable Process watchdog;

  private RunningSystem(Path folder, Map<String, String> settings, boolean breakable) {
    this.folder = folder;
    this.var = folder.resolve("var");
    this.settings = settings;
    this.neo4j = breakable ? store("neo4j") : null;
    this.redis = breakable ? store("redis") : null;
  }

  /** One whose stores the launcher embeds, as it does for anybody who types {@code up}. */
  public static RunningSystem ordinary(String name, Map<String, String> more) {
    return prepare(name, more, false);
  }

  /** One whose Neo4j and Redis are processes of their own and can be broken. */
  public static RunningSystem breakable(String name, Map<String, String> more) {
    return prepare(name, more, true);
  }

  /** Another server, with all roles, on the stores of this one. */
  public RunningSystem beside(String name, Map<String, String> more) {
    Map<String, String> shared = new LinkedHashMap<>();
    for (String common : COMMON) {
      shared.put(common, setting(common));
    }
    shared.putAll(more);
    return prepare(name, shared, false);
  }

  private static RunningSystem prepare(String name, Map<String, String> more, boolean breakable) {
    Path folder = Place.of("system-tests", "target", "systems", name);
    emptied(folder);
    Map<String, String> settings = fresh(breakable);
    settings.putAll(more);
    return new RunningSystem(folder, settings, breakable);
  }

  private static Map<String, String> fresh(boolean breakable) {
    List<Integer> ports = Ports.free(7);
    String api = "http://localhost:" + ports.get(0) + "/";
    String web = "http://localhost:" + ports.get(1) + "/";
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("NODE_ENV", "development");
    settings.put("API_PORT", "" + ports.get(0));
    settings.put("API_URL", api);
    settings.put("PORT", "" + ports.get(1));
    settings.put("APP_URL", web);
    settings.put("NEXT_PUBLIC_API_URL", api);
    settings.put("NEXT_PUBLIC_ADDRESS", web);
    settings.put("MANAGEMENT_PORT", "" + ports.get(2));
    settings.put("S3_ENDPOINT", "http://localhost:" + ports.get(3) + "/");
    settings.put("EMAIL_HOST", "localhost");
    settings.put("EMAIL_PORT", "" + ports.get(4));
    settings.put("NEO4J_URI", "bolt://localhost:" + ports.get(5));
    settings.put("REDIS_HOST", "localhost");
    settings.put("REDIS_PORT", "" + ports.get(6));
    // Those that no store of ours knows yet are made by the launcher.
    if (breakable) {
      settings.put("NEO4J_USER", "neo4j");
      settings.put("NEO4J_PASSWORD", secret());
      settings.put("NEO4J_DATABASE", "asset2go");
      settings.put("REDIS_PASSWORD", secret());
    }
    return settings;
  }

  private StoreProcess store(String name) {
    return new StoreProcess(name, folder.resolve(name), settings);
  }

  /** Starts everything, or what of it does not run; returns when it is ready. */
  public void up() {
    if (neo4j != null && redis != null && !Files.exists(folder.resolve("neo4j/infra.ready"))) {
      neo4j.start();
      redis.start();
    }
    Run up = launch("up");
    if (up.status() != 0) {
      throw new IllegalStateException("./asset2go up failed:\n" + up.output());
    }
  }

  /** Runs the launcher for this system, whatever comes of it. */
  public Run launch(String... arguments) {
    writeSettings();
    watch();
    return run(arguments);
  }

  private Run run(String... arguments) {
    Path output = folder.resolve(arguments[0] + ".log");
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(output);
      Process process = Programs.prepare(command(arguments), environment(), output).start();
      int status = Programs.await(process, 420);
      return new Run(status, Files.readString(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the launcher said, and its exit status. */
  public record Run(int status, String output) {}

  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(Place.of("asset2go").toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private Map<String, String> environment() {
    return Map.of(
        "A2G_VAR", var.toString(),
        "A2G_ENV_FILE", settingsFile().toString(),
        "A2G_NO_BUILD", "1");
  }

  private Path settingsFile() {
    return folder.resolve("settings.env");
  }

  private void writeSettings() {
    try {
      Files.createDirectories(folder);
      String text =
          settings.entrySet().stream()
              .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
              .collect(Collectors.joining());
      Files.writeString(settingsFile(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void watch() {
    if (watchdog != null) {
      return;
    }
    try {
      // Deaf to Ctrl-C: it has work to do then.
      String script = "trap '' INT TERM HUP; " + WATCHDOG;
      List<String> command = List.of("sh", "-c", script, Place.of("asset2go").toString());
      watchdog = Programs.prepare(command, environment(), folder.resolve("down.log")).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops everything that was started. Again, it does nothing. */
  @Override
  public synchronized void close() {
    Process waiting = watchdog;
    if (waiting == null) {
      return;
    }
    watchdog = null;
    try {
      waiting.getOutputStream().close();
    } catch (IOException alreadyGone) {
      waiting.destroy();
    }
    Programs.await(waiting, 180);
    Stream.of(neo4j, redis).forEach(store -> close(store));
  }

  private static void close(@Nullable StoreProcess store) {
    if (store != null) {
      store.close();
    }
  }

  /** Ends the application server at once, as a power cut would. */
  public void killServer() {
    long pid = serverPid();
    Programs.signal("KILL", pid);
    ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
  }

  private long serverPid() {
    try {
      String recorded = Files.readString(var.resolve("run/server.pid"));
      return Long.parseLong(recorded.split(" ", -1)[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Neo4j of a breakable system. */
  public StoreProcess neo4j() {
    return existing(neo4j);
  }

  /** Redis of a breakable system. */
  public StoreProcess redis() {
    return existing(redis);
  }

  private static StoreProcess existing(@Nullable StoreProcess store) {
    if (store == null) {
      throw new IllegalStateException("The stores of this system cannot be broken one by one.");
    }
    return store;
  }

  /** The API for nobody in particular. */
  public Api api() {
    return new Api(URI.create(setting("API_URL")), null);
  }

  /** The API as it is reached through the web tier, for nobody in particular. */
  public Api apiThroughWeb() {
    return new Api(web().resolve("api"), null);
  }

  /** The API for the first administrator, signed in anew. */
  public Api administrator() {
    return api().signIn(setting("ADMIN_EMAIL"), setting("ADMIN_PASSWORD"));
  }

  /** Where the web tier answers. */
  public URI web() {
    return URI.create(setting("APP_URL"));
  }

  /** Where health and metrics answer. */
  public URI management() {
    return URI.create("http://localhost:" + setting("MANAGEMENT_PORT") + "/");
  }

  /** A setting of this system, also one that the launcher made or chose. */
  public String setting(String name) {
    String value = settings.get(name);
    if (value != null) {
      return value;
    }
    if (name.equals("ADMIN_EMAIL")) {
      return "admin@asset2go.test";
    }
    try (Stream<String> lines = Files.lines(var.resolve("secrets.env"))) {
      return lines
          .filter(line -> line.startsWith(name + "="))
          .map(line -> line.substring(name.length() + 1))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(name + " is not set"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every port that this system uses. */
  public List<Integer> ports() {
    Stream<Integer> named =
        settings.keySet().stream()
            .filter(name -> name.endsWith("PORT"))
            .map(name -> Integer.valueOf(setting(name)));
    Stream<Integer> inAddresses =
        Stream.of("NEO4J_URI", "S3_ENDPOINT").map(name -> URI.create(setting(name)).getPort());
    return Stream.concat(named, inAddresses).distinct().toList();
  }

  /** Its data folder, with logs. */
  public Path var() {
    return var;
  }

  /** The folder with all that belongs to it. */
  public Path folder() {
    return folder;
  }

  private static String secret() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void emptied(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
