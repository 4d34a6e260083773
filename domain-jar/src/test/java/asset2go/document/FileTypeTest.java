package asset2go.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asset2go.problem.DomainError;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are told by what is in them. */
final class FileTypeTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void whatMayBeBroughtIsKnownByItsBeginning() {
    assertThat(FileType.of(bytes("\u00ff\u00d8\u00ff\u00e0"))).isEqualTo(FileType.JPEG);
    assertThat(FileType.of(bytes("\u0089PNG\r\n\u001a\n"))).isEqualTo(FileType.PNG);
    assertThat(FileType.of(bytes("RIFF1234WEBPVP8 "))).isEqualTo(FileType.WEBP);
    assertThat(FileType.of(bytes("%PDF-1.4"))).isEqualTo(FileType.PDF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<svg/>", "GIF89a", "MZ", "RIFF1234WAVE", " %PDF-1.4", "PNG"})
  void allElseIsRefused(String content) {
    assertThatThrownBy(() -> FileType.of(bytes(content))).isInstanceOf(DomainError.Invalid.class);
  }

  @Test
  void anImageHasFiveMebibytesAndADocumentTen() {
    byte[] jpeg = Arrays.copyOf(bytes("\u00ff\u00d8\u00ff"), 5 * 1024 * 1024);
    assertThat(FileType.of(jpeg)).isEqualTo(FileType.JPEG);
    assertThatThrownBy(() -> FileType.of(Arrays.copyOf(jpeg, jpeg.length + 1)))
        .isInstanceOf(DomainError.Invalid.class);
    byte[] pdf = Arrays.copyOf(bytes("%PDF-"), FileType.MOST);
    assertThat(FileType.of(pdf)).isEqualTo(FileType.PDF);
  }
}
