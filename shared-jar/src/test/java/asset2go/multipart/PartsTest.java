package asset2go.multipart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PartsTest {
  private static final String TYPE = "multipart/form-data; boundary=x";

  @Test
  void partsComeInTheirOrder() throws IOException {
    Parts parts =
        parts(
            """
            --x
            Content-Disposition: form-data; name="kind"

            assets
            --x
            content-disposition: form-data; name="file"; filename="a.csv"
            Content-Type: text/csv

            tag,name
            1,Größe
            --x
            Content-Disposition: form-data; name=empty


            --x--
            """);
    assertThat(told(parts))
        .containsExactly("kind|null|assets", "file|a.csv|tag,name\r\n1,Größe", "empty|null|");
    assertThat(parts.next()).isEmpty();
  }

  @Test
  void whatIsNotReadIsSkipped() throws IOException {
    Parts parts =
        parts(
            """
            preamble
            --x
            Content-Disposition: form-data; name="a"

            %s
            --x
            X-Other: nobody knows what this is

            nameless
            --x
            Content-Disposition: form-data; name="b"

            two
            --x--
            epilogue"""
                .formatted("long ".repeat(20_000)));
    assertThat(parts.next().orElseThrow().name()).isEqualTo("a");
    assertThat(parts.next().orElseThrow().text(3)).contains("two");
    assertThat(parts.next()).isEmpty();
  }

  @Test
  void aTextHasAnEnd() throws IOException {
    String body = "--x\nContent-Disposition: form-data; name=a\n\n12345\n--x--\n";
    assertThat(parts(body).next().orElseThrow().text(4)).isEmpty();
    assertThat(parts(body).next().orElseThrow().text(5)).contains("12345");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "filename=\"a.csv\" | a.csv",
        "filename=a.csv | a.csv",
        "filename=\"Prüfgerät 東京.csv\" | Prüfgerät 東京.csv",
        "filename=\"a \\\"b\\\" c.csv\" | a \"b\" c.csv",
        "filename=\"a;b=c.csv\" | a;b=c.csv",
        "filename=\"C:\\folder\\a.csv\" | C:\\folder\\a.csv",
        "filename=\"a.csv\"; filename*=UTF-8''Pr%C3%BCf%20%E6%9D%B1.csv | Prüf 東.csv",
        "FileName*=iso-8859-1'de'Pr%FCf.csv | Prüf.csv",
        "filename=\"=?UTF-8?Q?Pr=C3=BCf.csv?=\" | Prüf.csv",
        "filename=\"\" | ##",
      })
  void aFileKeepsItsName(String parameter, String name) throws IOException {
    String body = "--x\nContent-Disposition: form-data; name=file; %s\n\na\n--x--\n";
    assertThat(parts(body.formatted(parameter)).next().orElseThrow().fileName()).isEqualTo(name);
  }

  @Test
  void anyBytesAreAFile() throws IOException {
    byte[] bytes = new byte[300_000];
    new Random(7).nextBytes(bytes);
    byte[] nearly = "\r\n--\r\n-\r\n--y\r\n--".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(nearly, 0, bytes, 16_380, nearly.length);
    Parts parts =
        Parts.of(
            "Multipart/Form-Data; charset=utf-8; Boundary=\"x y:z\"",
            new SequenceInputStream(
                new SequenceInputStream(
                    stream("--x y:z\r\nContent-Disposition: form-data; name=f; filename=f\r\n\r\n"),
                    new Trickle(new ByteArrayInputStream(bytes))),
                stream("\r\n--x y:z--\r\n")));
    assertThat(parts.next().orElseThrow().content().readAllBytes()).isEqualTo(bytes);
    assertThat(parts.next()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "--x",
        "--x--\n",
        "--y\nContent-Disposition: form-data; name=a\n\na\n--y--\n",
        "--x\nContent-Disposition: form-da",
        "--x\nContent-Disposition: form-data; name=a\n",
        "--x\nContent-Disposition: form-data; name=a\n\na",
        "--x\nContent-Disposition: form-data; name=a\n\na\n--x",
        "--x\nContent-Disposition: form-data; name=a\n\na\n--x-",
        "--x\nContent-Disposition: form-data; name=a\n\na\n--xyz\n\n--x--"
      })
  void whatIsBrokenIsSaidToBe(String body) {
    assertThatThrownBy(() -> told(parts(body))).isInstanceOf(BrokenParts.class);
  }

  @Test
  void headersHaveAnEnd() {
    String body = "--x\nContent-Disposition: form-data; name=%s\n\na\n--x--\n";
    assertThatThrownBy(() -> told(parts(body.formatted("n".repeat(10_000)))))
        .isInstanceOf(BrokenParts.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "text/plain"})
  void aTypeWithoutABoundaryIsNone(String type) {
    assertThatThrownBy(() -> Parts.of(type, InputStream.nullInputStream()))
        .isInstanceOf(BrokenParts.class);
    assertThatThrownBy(() -> Parts.of(null, InputStream.nullInputStream()))
        .isInstanceOf(BrokenParts.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--x\r\nContent-Dispo",
        "--x\r\nContent-Disposition: form-data; name=a\r\n\r\nhalf",
        "--x\r\nContent-Disposition: form-data; name=a\r\n\r\na\r\n--x"
      })
  void aSenderThatIsGoneIsNoBrokenForm(String first) {
    IOException gone = new IOException("gone");
    InputStream body =
        new SequenceInputStream(
            stream(first),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw gone;
              }
            });
    assertThatThrownBy(() -> told(Parts.of(TYPE, body))).isSameAs(gone);
  }

  private static List<String> told(Parts parts) throws IOException {
    List<String> told = new ArrayList<>();
    for (Optional<Part> next = parts.next(); next.isPresent(); next = parts.next()) {
      Part part = next.get();
      told.add(part.name() + "|" + part.fileName() + "|" + part.text(1_000).orElseThrow());
    }
    return told;
  }

  private static Parts parts(String body) throws IOException {
    return Parts.of(TYPE, stream(body.replace("\n", "\r\n")));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** As a network has it: a few bytes at a time. */
  private static final class Trickle extends java.io.FilterInputStream {
    private int next;

    Trickle(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      next = next % 1_500 + 1;
      return super.read(bytes, from, Math.min(count, next));
    }
  }
}
