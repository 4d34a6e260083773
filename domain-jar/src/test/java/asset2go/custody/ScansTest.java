package asset2go.custody;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScansTest {

  @ParameterizedTest
  @CsvSource({
    "https://assets.example.com/q/019a-7f, 019a-7f",
    "http://old-host:8080/app/q/019a-7f, 019a-7f",
    "A2G-000001, A2G-000001",
    "'  A2G-000001 ', A2G-000001",
    "https://example.com/other, https://example.com/other",
    "SN/q7, SN/q7"
  })
  void aLabelIsReadWhateverHostItWasPrintedFor(String scanned, String code) {
    assertThat(Scans.code(scanned)).isEqualTo(code);
  }
}
