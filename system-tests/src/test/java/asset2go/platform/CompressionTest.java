package asset2go.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.OneSystem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever understands gzip gets less to carry, and the same to read. */
final class CompressionTest {

  private static final URI API = URI.create(OneSystem.get().setting("API_URL"));
  private static final URI WEB = OneSystem.get().web();

  static Stream<URI> large() throws IOException, InterruptedException {
    var styles =
        Pattern.compile("/static/[^\"]*\\.css")
            .matcher(new String(get(WEB.resolve("/login"), "identity").body(), UTF_8));
    assertThat(styles.find()).isTrue();
    return Stream.of(
        API.resolve("/openapi?format=json"),
        WEB.resolve("/api/openapi?format=json"),
        WEB.resolve(styles.group()));
  }

  @ParameterizedTest
  @MethodSource("large")
  void whatIsLargeIsCompressedOnce(URI address) throws Exception {
    HttpResponse<byte[]> plain = get(address, "identity");
    HttpResponse<byte[]> small = get(address, "gzip");
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(small.headers().allValues("Content-Encoding")).containsExactly("gzip");
    assertThat(text(small)).isEqualTo(new String(plain.body(), UTF_8));
    assertThat(small.body().length).isLessThan(plain.body().length / 2);
  }

  private static String text(HttpResponse<byte[]> answer) throws IOException {
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return new String(unpacked.readAllBytes(), UTF_8);
    }
  }

  private static HttpResponse<byte[]> get(URI address, String encoding)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address).header("Accept-Encoding", encoding).build(),
          BodyHandlers.ofByteArray());
    }
  }
}
