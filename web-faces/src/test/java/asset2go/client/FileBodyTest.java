package asset2go.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asset2go.multipart.Part;
import asset2go.multipart.Parts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FileBodyTest {

  @Test
  void theFileComesFirstAndTheRestIsAskedForAfterIt() throws IOException {
    InputStream file = stream("tag,name\n1,Lämp\n");
    FileBody body =
        new FileBody(
            "C:\\folder\\Prüf \"a\".csv",
            file,
            () -> {
              assertThat(file.available()).isZero();
              Map<String, String> rest = new LinkedHashMap<>();
              rest.put("kind", "assets");
              rest.put("mapping", "{\"Größe\":\"\"}");
              return rest;
            });
    Parts parts = Parts.of(body.mediaType(), body);
    Part first = parts.next().orElseThrow();
    assertThat(first.name()).isEqualTo("file");
    assertThat(first.fileName()).isEqualTo("Prüf \"a\".csv");
    assertThat(first.text(1_000)).contains("tag,name\n1,Lämp\n");
    assertThat(parts.next().orElseThrow().text(1_000)).contains("assets");
    assertThat(parts.next().orElseThrow().text(1_000)).contains("{\"Größe\":\"\"}");
    assertThat(parts.next()).isEmpty();
    assertThat(body.read()).isEqualTo(-1);
    assertThat(body.passed()).isPositive();
  }

  @Test
  void whatBreaksOffIsNoEnd() {
    IOException gone = new IOException("gone");
    FileBody body =
        new FileBody(
            "a.csv",
            stream("a"),
            () -> {
              throw gone;
            });
    assertThatThrownBy(body::readAllBytes).isInstanceOf(UncheckedIOException.class);
    assertThat(body.failure()).isSameAs(gone);
  }

  @Test
  void onceClosedItTouchesNothing() throws IOException {
    InputStream file = stream("abc");
    FileBody body = new FileBody("a.csv", file, Map::of);
    body.close();
    assertThat(body.read()).isEqualTo(-1);
    assertThat(file.available()).isEqualTo(3);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
