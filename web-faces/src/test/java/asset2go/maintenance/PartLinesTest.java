package asset2go.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PartLinesTest {

  @Test
  void aLineIsQuantityNameAndPriceOfOne() {
    assertThat(PartLines.read("2; Oil filter; 9,90\n\nBelt\n Grease ; 4.50\n0.5; Oil"))
        .containsExactly(
            new PartUsed("Oil filter", new BigDecimal("2"), new BigDecimal("9.90")),
            new PartUsed("Belt", BigDecimal.ONE, null),
            new PartUsed("Grease", BigDecimal.ONE, new BigDecimal("4.50")),
            new PartUsed("Oil", new BigDecimal("0.5"), null));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    var parts = PartLines.read("2; Oil filter; 9.90\nBelt");
    assertThat(PartLines.read(PartLines.write(parts))).isEqualTo(parts);
  }
}
