package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis behind TLS, with a certificate for "localhost". */
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path folder;
  private SSLContext ours;
  private TcpProxy door;
  private final QueueFixture test = new QueueFixture();

  @BeforeEach
  void open() throws Exception {
    ours = context(keys());
    door =
        new TcpProxy(
            ours.getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
            RedisServer.shared().port);
  }

  private KeyStore keys() throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "redis",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  /** Both sides': the certificate is its own authority. */
  private static SSLContext context(KeyStore keys) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("redis", keys.getCertificate("redis"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  @AfterEach
  void close() {
    test.afterEach(null);
    door.close();
  }

  @Test
  void jobsGoThroughTls() {
    test.begin(RedisConfig.parse("rediss://localhost:" + door.port()).withTls(ours));
    test.worker((job, context) -> "ok");
    String id = test.queue.add("a", "1");
    await().until(() -> test.admin.state(id) == JobState.COMPLETED);
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() {
    test.begin(RedisConfig.parse("rediss://localhost:" + door.port()));
    assertThatThrownBy(test.redis::ping)
        .isInstanceOf(RedisUnavailableException.class)
        .hasStackTraceContaining("SSLHandshakeException");
  }

  @Test
  void aCertificateOfAnotherHostIsRefused() {
    test.begin(RedisConfig.parse("rediss://127.0.0.1:" + door.port()).withTls(ours));
    assertThatThrownBy(test.redis::ping)
        .isInstanceOf(RedisUnavailableException.class)
        .hasStackTraceContaining("No subject alternative names matching IP address");
  }
}
