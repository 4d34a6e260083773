package asset2go.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class SentBodyTest {
  @Test
  void itSaysHowFarItHasCome() throws IOException {
    try (var body = new SentBody(new ByteArrayInputStream(new byte[10]))) {
      assertThat(body.read(new byte[4], 0, 4)).isEqualTo(4);
      assertThat(body.read()).isZero();
      assertThat(body.passed()).isEqualTo(5);
      assertThat(body.isBroken()).isFalse();
    }
  }

  @Test
  void halfABodyIsNotTakenForAWholeOne() throws IOException {
    var gone =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };
    try (var body = new SentBody(gone)) {
      assertThatThrownBy(() -> body.read(new byte[4], 0, 4))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(body.isBroken()).isTrue();
    }
  }
}
