package asset2go.files;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.settings.Role;
import asset2go.settings.S3Type;
import asset2go.settings.Secret;
import asset2go.settings.Settings;
import asset2go.settings.Variable;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator is told about a store that cannot be used, by a store that says so. */
final class FilesComplaintTest {

  private static final String EMPTY_LIST =
      "<?xml version=\"1.0\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
          + "<Name>things</Name><KeyCount>0</KeyCount><MaxKeys>1</MaxKeys>"
          + "<IsTruncated>false</IsTruncated></ListBucketResult>";

  /** The code of the refusal, by method; nothing where it does as it is told. */
  private final Map<String, String> refusals = new ConcurrentHashMap<>();

  private HttpServer store;
  private Files files;

  @BeforeEach
  void start() throws IOException {
    store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    store.createContext("/", this::answer);
    store.start();
    files =
        new Files(
            new Settings(
                Role.API,
                Map.of(
                    Variable.S3_TYPE,
                    S3Type.MINIO,
                    Variable.S3_ENDPOINT,
                    URI.create("http://127.0.0.1:" + store.getAddress().getPort() + "/"),
                    Variable.S3_BUCKET,
                    "things",
                    Variable.S3_ACCESS_KEY_ID,
                    "somebody",
                    Variable.S3_SECRET_ACCESS_KEY,
                    new Secret("not-for-a-log"),
                    Variable.S3_REGION,
                    "us-east-1")));
    files.connect();
  }

  @AfterEach
  void stop() {
    files.close();
    store.stop(0);
  }

  @Test
  void aStoreThatCanBeUsedIsNoReasonToComplain() {
    assertThat(files.complaint()).isEmpty();
  }

  @Test
  void aMissingBucketIsMade() {
    refusals.put("GET", "NoSuchBucket");
    refusals.put("HEAD", "NoSuchBucket");
    assertThat(files.complaint()).isEmpty();
    assertThat(refusals).isEmpty();
  }

  @Test
  void aMissingBucketThatWeMayNotMakeIsNamed() {
    refusals.put("GET", "NoSuchBucket");
    refusals.put("HEAD", "NoSuchBucket");
    refusals.put("PUT", "AccessDenied");
    assertThat(complaint()).contains("has no bucket things (S3_BUCKET), nor may we make it");
  }

  @Test
  void wrongKeysAreNamed() {
    refusals.put("GET", "SignatureDoesNotMatch");
    assertThat(complaint())
        .contains("refuses S3_ACCESS_KEY_ID with S3_SECRET_ACCESS_KEY: SignatureDoesNotMatch")
        .doesNotContain("not-for-a-log", "somebody");
  }

  @Test
  void whoMayNotListIsToldThatThisMayBeMeant() {
    refusals.put("GET", "AccessDenied");
    assertThat(complaint()).contains("AccessDenied", "Unless files can be stored all the same");
  }

  @Test
  void aStoreThatIsNotThereIsNamedWithItsAddress() {
    store.stop(0);
    assertThat(complaint()).contains("(S3_ENDPOINT) does not answer", "Connect");
  }

  private String complaint() {
    Optional<String> complaint = files.complaint();
    assertThat(complaint).isPresent();
    assertThat(complaint.orElseThrow()).doesNotContain("\n");
    return complaint.orElseThrow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      @Nullable String code = refusals.get(method);
      byte[] body = {};
      if (code != null) {
        body = error(code).getBytes(StandardCharsets.UTF_8);
      } else if (method.equals("GET")) {
        body = EMPTY_LIST.getBytes(StandardCharsets.UTF_8);
      } else if (method.equals("PUT")) {
        // The bucket is there now.
        refusals.clear();
      }
      exchange.getResponseHeaders().set("Content-Type", "application/xml");
      boolean bodiless = body.length == 0 || method.equals("HEAD");
      exchange.sendResponseHeaders(status(code), bodiless ? -1 : body.length);
      if (!bodiless) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static int status(@Nullable String code) {
    if (code == null) {
      return 200;
    }
    return code.equals("NoSuchBucket") ? 404 : 403;
  }

  private static String error(String code) {
    return "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>no</Message></Error>";
  }
}
