package asset2go.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis server of its own process that cannot outlive this one, not even after a {@code kill -9}:
 * it is the child of a shell that reads a pipe of ours, which ends when we do.
 */
final class EmbeddedRedis implements Store {
  private static final String WATCHDOG =
      "\"$@\" & redis=$!; read -r _; kill \"$redis\" 2>/dev/null; wait \"$redis\"";

  private final Process watchdog;
  private final Path pidFile;
  private final Path executable;

  private EmbeddedRedis(Process watchdog, Path folder) {
    this.watchdog = watchdog;
    this.pidFile = pidFile(folder);
    this.executable = executablePath(folder);
  }

  static EmbeddedRedis start(Wanted wanted) {
    var address = wanted.address("REDIS_HOST", "REDIS_PORT");
    try {
      var folder = Files.createDirectories(wanted.folder().resolve("redis"));
      endStale(folder);
      address.requireFree();
      var configuration = folder.resolve("redis.conf");
      writePrivately(configuration, configuration(folder, address, wanted));
      var command =
          new String[] {"sh", "-c", WATCHDOG, "sh", executable(folder), configuration + ""};
      var log = folder.resolve("redis.log").toFile();
      var watchdog =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.to(log))
              .start();
      var redis = new EmbeddedRedis(watchdog, folder);
      redis.awaitReady(address, folder);
      return redis;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path pidFile(Path folder) {
    return folder.resolve("redis.pid");
  }

  /** A server that a lost machine of ours left behind, if the recorded process is still it. */
  private static void endStale(Path folder) throws IOException {
    var stale = process(pidFile(folder), executablePath(folder));
    if (stale.isPresent()) {
      stale.get().destroy();
      try {
        stale.get().onExit().get(10, TimeUnit.SECONDS);
      } catch (Exception stubborn) {
        stale.get().destroyForcibly();
      }
    }
    Files.deleteIfExists(pidFile(folder));
  }

  private static Optional<ProcessHandle> process(Path pidFile, Path executable) throws IOException {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
          .filter(p -> p.info().command().filter(c -> c.equals(executable.toString())).isPresent());
    } catch (NumberFormatException halfWritten) {
      return Optional.empty();
    }
  }

  private static Path executablePath(Path folder) {
    return folder.toAbsolutePath().resolve("redis-server");
  }

  private static String executable(Path folder) throws IOException {
    var target = executablePath(folder);
    if (!Files.isExecutable(target)) {
      var unpacked = ExecutableProvider.newJarResourceProvider().get().toPath();
      Files.copy(unpacked, target, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.deleteIfExists(unpacked);
    }
    return target.toString();
  }

  private static String configuration(Path folder, Address address, Wanted wanted) {
    var password = wanted.secret("REDIS_PASSWORD");
    var user = wanted.orElse("REDIS_USERNAME", "default");
    return """
    bind %s
    port %d
    dir "%s"
    pidfile "%s"
    # Jobs must never be thrown away to make room, and must survive a crash.
    maxmemory-policy noeviction
    appendonly yes
    save ""
    %s
    """
        .formatted(
            address.host(),
            address.port(),
            folder.toAbsolutePath(),
            pidFile(folder).toAbsolutePath(),
            password.isEmpty() ? "protected-mode no" : login(user, password));
  }

  /** Hashed, so that no character of a password means anything to the file's syntax. */
  private static String login(String user, String password) {
    return "user %s on #%s ~* &* +@all%s"
        .formatted(user, sha256(password), user.equals("default") ? "" : "\nuser default off");
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void writePrivately(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }

  /** Ready when it answers without "LOADING": any other answer, an error too, is one. */
  private void awaitReady(Address address, Path folder) throws IOException {
    for (var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        System.nanoTime() < deadline;
        pause()) {
      if (!watchdog.isAlive()
          || Files.readString(folder.resolve("redis.log")).contains("# Fatal")) {
        break;
      }
      if (answers(address)) {
        return;
      }
    }
    close();
    throw new CannotStart("Redis does not start; see " + folder.resolve("redis.log") + ".");
  }

  private static boolean answers(Address address) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.host(), address.port()), 500);
      socket.setSoTimeout(1000);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readNBytes(4), StandardCharsets.US_ASCII);
      return !answer.isEmpty() && !answer.startsWith("-LOA");
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted while Redis started.", e);
    }
  }

  @Override
  public void close() {
    try {
      watchdog.getOutputStream().close();
      if (!watchdog.waitFor(10, TimeUnit.SECONDS)) {
        process(pidFile, executable).ifPresent(ProcessHandle::destroyForcibly);
      }
    } catch (IOException alreadyGone) {
      watchdog.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      watchdog.destroy();
    }
  }
}
