package asset2go.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asset2go.problem.DomainError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FormTest {
  private static final String FILE = "file\"; filename=\"Prüf.csv";
  private static final String END = "--x--\r\n";

  private final List<String> taken = new ArrayList<>();
  private final List<String> undone = new ArrayList<>();

  @Test
  void partsMayComeInAnyOrder() {
    for (String body :
        List.of(
            part("kind", "assets") + part("dryRun", "true") + part(FILE, "a,b"),
            part(FILE, "a,b") + part("dryRun", "true") + part("kind", "assets"),
            part("kind", "ASSETS") + part(FILE, "a,b") + part("dryRun", "on"))) {
      Form<String> form = read(body + END);
      assertThat(form.file()).isEqualTo("a,b");
      assertThat(form.wish())
          .isEqualTo(new ImportRuns.Wish(ImportKind.ASSETS, "Prüf.csv", true, true, Map.of()));
    }
    assertThat(undone).isEmpty();
  }

  @Test
  void whatFollowsUponAWrongWordIsNotTaken() {
    InputStream body = stream(part("kind", "people") + part(FILE, "x".repeat(100_000)) + END);
    assertThatThrownBy(() -> read(body)).isInstanceOf(DomainError.Malformed.class);
    assertThat(taken).isEmpty();
    assertThat(body).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind=people", "dryRun=perhaps", "mapping={", "mapping={\"a\":1}"})
  void aFileBeforeAWrongWordIsUndone(String wrong) {
    String[] words = wrong.split("=", 2);
    refused(part(FILE, "a,b") + part(words[0], words[1]) + END, words[0]);
    assertThat(undone).isEqualTo(taken).containsExactly("a,b");
  }

  @Test
  void aFileWithoutTheRestIsUndone() {
    refused(part(FILE, "a,b") + END, "kind");
    refused(part(FILE, "a,b") + part("kind", "assets"), "cannot be read");
    refused(part(FILE, "a,b") + part("kind", "assets") + part(FILE, "c,d") + END, "twice");
    refused(part(FILE, "a,b") + part("mapping", "x".repeat(300_000)) + END, "too long");
    assertThat(undone).isEqualTo(taken).hasSize(4);
  }

  @Test
  void aFormWithoutAFileIsRefused() {
    refused(part("kind", "assets") + END, "missing");
    refused("", "cannot be read");
    refused("garbage", "boundary");
  }

  @Test
  void aSenderThatGoesAwayLeavesNothing() {
    InputStream gone =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };
    for (String first :
        List.of(
            part("kind", "assets") + part(FILE, "a,b").replaceFirst("a,b\r\n$", "a"),
            part(FILE, "a,b") + "--x\r\nContent-Disp")) {
      assertThatThrownBy(() -> read(new SequenceInputStream(stream(first), gone)))
          .isInstanceOf(DomainError.Malformed.class)
          .hasMessageContaining("broke off");
    }
    assertThat(undone).isEqualTo(taken).containsExactly("a,b");
  }

  private void refused(String body, String word) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOf(DomainError.Malformed.class)
        .hasMessageContaining(word);
  }

  private Form<String> read(String body) {
    return read(stream(body));
  }

  private Form<String> read(InputStream body) {
    return Form.read("multipart/form-data; boundary=x", body, this::take, undone::add);
  }

  private String take(InputStream content) {
    try {
      String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      taken.add(text);
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String part(String name, String value) {
    return "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
