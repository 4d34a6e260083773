package asset2go.queue;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;
import redis.embedded.core.ExecutableProvider;

/** A Redis of the tests' own, on a free port, its data in a folder that goes with it. */
final class RedisServer implements AutoCloseable {
  static {
    // A busy machine is slow, and a command on a connection that has just been cut fails: both are
    // for waiting, neither is what these tests are about.
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    Awaitility.ignoreExceptionsByDefaultMatching(RedisUnavailableException.class::isInstance);
  }

  private static final class Shared {
    private static final RedisServer SERVER = new RedisServer().start();
  }

  private static final class Binary {
    private static final File FILE = extract();

    private static File extract() {
      try {
        return ExecutableProvider.newJarResourceProvider(new File("target")).get();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  final int port = freePort();
  final HostAndPort address = new HostAndPort("127.0.0.1", port);
  private final Path folder;
  private final List<String> settings;
  private final RedisServer master;
  private Process process;

  RedisServer(String... settings) {
    this(null, settings);
  }

  private RedisServer(RedisServer master, String... settings) {
    this.master = master;
    this.settings = List.of(settings);
    try {
      this.folder = Files.createTempDirectory("queue-jar-redis");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** A Sentinel that watches a master under the name "main" and is quick to replace it. */
  static RedisServer sentinel(RedisServer master) {
    return new RedisServer(master);
  }

  private String watching(RedisServer master) throws IOException {
    Path file = folder.resolve("sentinel.conf");
    String settings =
        """
        port %d
        bind 127.0.0.1
        dir %s
        sentinel monitor main 127.0.0.1 %d 1
        sentinel down-after-milliseconds main 500
        sentinel failover-timeout main 3000
        """;
    Files.writeString(file, settings.formatted(port, folder, master.port));
    return file.toString();
  }

  /** The one that most tests share, each with a queue of its own. */
  static RedisServer shared() {
    return Shared.SERVER;
  }

  RedisConfig config() {
    return RedisConfig.of("127.0.0.1", port);
  }

  RedisServer start() {
    try {
      process =
          new ProcessBuilder(line())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    await().until(this::answers);
    return this;
  }

  private List<String> line() throws IOException {
    List<String> line = new ArrayList<>(List.of(Binary.FILE.getAbsolutePath()));
    if (master == null) {
      line.addAll(
          List.of("--port", "" + port, "--bind", "127.0.0.1", "--save", "", "--dir", "" + folder));
      line.addAll(settings);
    } else {
      line.addAll(List.of(watching(master), "--sentinel"));
    }
    return line;
  }

  /** A command, whatever this server is. */
  Object ask(Protocol.Command command, Object... arguments) {
    try (var connection = new Connection(address, config().client(null))) {
      connection.sendCommand(Command.of(command, arguments));
      return connection.getOne();
    }
  }

  /** The CPU time that it has used, in microseconds. */
  double cpu() {
    return Job.text(ask(Protocol.Command.INFO, "cpu"))
        .lines()
        .filter(line -> line.startsWith("used_cpu_user:") || line.startsWith("used_cpu_sys:"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(':') + 1)) * 1e6)
        .sum();
  }

  private boolean answers() {
    try (var redis = new Connection(address, config().client(null))) {
      return redis.ping();
    } catch (redis.clients.jedis.exceptions.JedisDataException up) {
      return !String.valueOf(up.getMessage()).startsWith("LOADING");
    } catch (RuntimeException notYet) {
      return false;
    }
  }

  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  void freeze() {
    signal("-STOP");
  }

  void thaw() {
    signal("-CONT");
  }

  private void signal(String signal) {
    try {
      new ProcessBuilder("kill", signal, "" + process.pid()).inheritIO().start().waitFor();
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public void close() {
    if (process != null) {
      kill();
    }
    try (var files = Files.list(folder)) {
      files.forEach(file -> file.toFile().delete());
    } catch (IOException alreadyGone) {
      return;
    }
    folder.toFile().delete();
  }

  /**
   * Below the range from which the system takes the ports of outgoing connections: a server that is
   * started again must find its port free. The port of a cluster's bus is 10,000 higher.
   */
  static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(12_000, 20_000);
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return port;
      } catch (IOException taken) {
        // The next one, then.
      }
    }
  }
}
