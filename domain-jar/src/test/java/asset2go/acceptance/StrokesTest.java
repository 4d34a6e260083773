package asset2go.acceptance;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asset2go.problem.DomainError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StrokesTest {

  @Test
  void strokesOfMoveAndLineAreTaken() {
    Signature drawn = new Signature("Ada", "M10.5,20L30,40 M -1,2 L3 4", 600, 180);
    assertThatCode(() -> Strokes.check(drawn)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<script>", "M1,2\"/><x", "L1,2L3,4", "M1,2C1,2,3,4,5,6", "M1,2e9", "M\n1"})
  void nothingElseIs(String path) {
    assertThatThrownBy(() -> Strokes.check(new Signature("Ada", path, 600, 180)))
        .isInstanceOf(DomainError.Invalid.class);
  }

  @Test
  void theFieldHasASensibleSize() {
    assertThatThrownBy(() -> Strokes.check(new Signature("Ada", "M1,2L3,4", 0, 180)))
        .hasMessageContaining("width");
    assertThatThrownBy(() -> Strokes.check(new Signature("Ada", "M1,2L3,4", 600, 1_000_000)))
        .hasMessageContaining("height");
  }
}
