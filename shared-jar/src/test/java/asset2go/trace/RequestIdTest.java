package asset2go.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestIdTest {

  @Test
  void aSaneOneIsKept() {
    assertThat(RequestId.orNew("req-12345678")).isEqualTo("req-12345678");
  }

  @Test
  void whatCouldForgeLogLinesIsReplaced() {
    for (String bad : new String[] {"", "short", "a\nb-12345678", "x y z 12345", "a".repeat(129)}) {
      assertThat(RequestId.orNew(bad)).isNotEqualTo(bad);
    }
  }

  @Test
  void aNewOneIsOfVersionSevenAndOfNow() {
    UUID id = UUID.fromString(RequestId.next());
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(System.currentTimeMillis() - (id.getMostSignificantBits() >>> 16))
        .isBetween(0L, 60_000L);
  }
}
