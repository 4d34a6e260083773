package asset2go.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the process as the launcher does, and speaks to each store as a stranger would. */
final class InfraTest {
  private static final String PASSWORD = "a\"b c$d'e";
  private static final Duration LONG = Duration.ofSeconds(90);

  @TempDir static Path folder;
  private static final Map<String, String> environment = new HashMap<>();
  private static Process infra;

  @BeforeAll
  static void startAll() throws IOException {
    environment.putAll(
        Map.of(
            "NEO4J_URI",
            "bolt://localhost:" + freePort(),
            "NEO4J_USER",
            "neo4j",
            "NEO4J_PASSWORD",
            PASSWORD,
            "NEO4J_DATABASE",
            "asset2go",
            "REDIS_HOST",
            "localhost",
            "REDIS_PORT",
            "" + freePort(),
            "REDIS_PASSWORD",
            PASSWORD));
    environment.putAll(
        Map.of(
            "S3_ENDPOINT",
            "http://localhost:" + freePort() + "/",
            "S3_BUCKET",
            "asset2go",
            "S3_ACCESS_KEY_ID",
            "key",
            "S3_SECRET_ACCESS_KEY",
            PASSWORD,
            "EMAIL_HOST",
            "127.0.0.1",
            "EMAIL_PORT",
            "" + freePort()));
    infra = start(folder, environment, "neo4j", "redis", "s3", "smtp");
    awaitReady(infra, folder);
  }

  @AfterAll
  static void stopsWhenItsParentClosesThePipe() throws Exception {
    infra.getOutputStream().close();
    assertThat(infra.waitFor()).isZero();
    assertThat(folder.resolve("infra.ready")).doesNotExist();
    assertThat(isTaken(port("REDIS_PORT"))).isFalse();
    assertThat(folder.resolve("redis/redis.pid")).doesNotExist();
  }

  @Test
  void neo4jSpeaksBolt() throws IOException {
    var port = URI.create(environment.get("NEO4J_URI")).getPort();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(new byte[] {0x60, 0x60, (byte) 0xB0, 0x17});
      socket.getOutputStream().write(new byte[] {0, 0, 4, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
      assertThat(socket.getInputStream().readNBytes(4)).containsExactly(0, 0, 4, 5);
    }
  }

  @Test
  void redisWantsThePasswordAndKeepsJobs() throws IOException {
    assertThat(redis("PING")).startsWith("-NOAUTH");
    assertThat(redis(command("AUTH", "default", PASSWORD), "CONFIG GET maxmemory-policy"))
        .startsWith("+OK")
        .contains("noeviction");
    assertThat(redis(command("AUTH", PASSWORD), "CONFIG GET appendonly")).contains("yes");
  }

  private static String command(String... words) {
    return Arrays.stream(words)
        .map(word -> "$" + word.length() + "\r\n" + word)
        .collect(Collectors.joining("\r\n", "*" + words.length + "\r\n", ""));
  }

  private static String redis(String... commands) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port("REDIS_PORT"))) {
      var text = String.join("\r\n", commands) + "\r\nQUIT\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void s3KeepsWhatASignedRequestPuts() throws Exception {
    assertThat(s3("PUT", "right.txt", "content", PASSWORD).statusCode()).isEqualTo(200);
    assertThat(s3("GET", "right.txt", "", PASSWORD).body()).isEqualTo("content");
    assertThat(s3("GET", "right.txt", "", "wrong").statusCode()).isEqualTo(403);
    assertThat(folder.resolve("s3/asset2go/right.txt")).hasContent("content");
  }

  /** Signed by AWS' version 2, which fits into a test. */
  private static HttpResponse<String> s3(String method, String name, String body, String secret)
      throws Exception {
    var path = "/asset2go/" + name;
    var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    var text = method + "\n\n\n\nx-amz-date:" + date + "\n" + path;
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    var signature =
        Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    var request =
        HttpRequest.newBuilder(URI.create(environment.get("S3_ENDPOINT")).resolve(path))
            .header("x-amz-date", date)
            .header("Authorization", "AWS key:" + signature)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void aMailBecomesAFileThatAPersonCanRead() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port("EMAIL_PORT"))) {
      var dialogue =
          """
          EHLO test
          MAIL FROM:<noreply@asset2go.test>
          RCPT TO:<Ada@example.com>
          DATA
          Subject: Welcome

          Follow the link.
          .
          QUIT
          """;
      socket
          .getOutputStream()
          .write(dialogue.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      socket.getInputStream().readAllBytes();
    }
    try (var files = Files.list(folder.resolve("mail"))) {
      assertThat(files.filter(file -> file.toString().endsWith("ada@example.com.eml")))
          .singleElement()
          .satisfies(
              file ->
                  assertThat(Files.readString(file))
                      .contains("Subject: Welcome", "Follow the link."));
    }
  }

  @Test
  void aFolderInUseIsRefused() throws Exception {
    var second = start(folder, environment, "smtp");
    assertThat(second.waitFor()).isEqualTo(1);
    assertThat(output(second)).contains("are in use by another process.");
  }

  @Test
  void aTakenPortIsNamedInOneLine(@TempDir Path other) throws Exception {
    var second = start(other, environment, "smtp");
    assertThat(second.waitFor()).isEqualTo(1);
    assertThat(output(second))
        .isEqualTo("Port " + port("EMAIL_PORT") + " (EMAIL_PORT) is taken by another program.\n");
  }

  @Test
  void whatIsNotOnLoopbackIsNotEmbedded(@TempDir Path other) throws Exception {
    var elsewhere = new HashMap<>(environment);
    elsewhere.put("REDIS_HOST", "192.0.2.1");
    var second = start(other, elsewhere, "redis");
    assertThat(second.waitFor()).isEqualTo(1);
    assertThat(output(second)).contains("REDIS_PORT: the host 192.0.2.1 is not");
  }

  @Test
  void redisDoesNotOutliveAKilledProcess(@TempDir Path other) throws Exception {
    var mine = new HashMap<>(environment);
    mine.put("REDIS_PORT", "" + freePort());
    var second = start(other, mine, "redis");
    awaitReady(second, other);
    var redis =
        ProcessHandle.of(Long.parseLong(Files.readString(other.resolve("redis/redis.pid")).strip()))
            .orElseThrow();

    second.destroyForcibly();

    await().atMost(LONG).until(() -> !redis.isAlive());
  }

  private static Process start(Path folder, Map<String, String> environment, String... stores)
      throws IOException {
    // S3Proxy's jar is on the class path of tests, where it does not belong.
    var classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("s3proxy"))
            .collect(Collectors.joining(File.pathSeparator));
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var words = new ArrayList<>(List.of(java, "-Xmx512m", "-cp", classPath));
    words.addAll(
        List.of(
            "--add-opens=java.base/java.nio=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED"));
    words.addAll(List.of("asset2go.infra.Infra", "--stop-on-eof", folder.toString()));
    words.addAll(List.of(stores));
    var log = Files.createTempFile(folder, "output", ".log").toFile();
    var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log);
    builder.environment().putAll(environment);
    var process = builder.start();
    LOGS.put(process, log.toPath());
    return process;
  }

  private static final Map<Process, Path> LOGS = new HashMap<>();

  private static String output(Process process) throws IOException {
    return Files.readString(LOGS.get(process));
  }

  private static void awaitReady(Process process, Path folder) throws IOException {
    await()
        .atMost(LONG)
        .until(() -> Files.exists(folder.resolve("infra.ready")) || !process.isAlive());
    assertThat(process.isAlive()).as(output(process)).isTrue();
  }

  private static int port(String name) {
    return Integer.parseInt(environment.get(name));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean isTaken(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }
}
