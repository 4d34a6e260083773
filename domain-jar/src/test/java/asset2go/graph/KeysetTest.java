package asset2go.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asset2go.problem.DomainError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetTest {

  @Test
  void aCursorLeadsBackToItsPlace() {
    Keyset place = new Keyset("Käse & \"Brot\"", "01a2");
    assertThat(Keyset.parse(place.cursor())).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!!", "abc", "AA", "%00"})
  void anythingElseIsRefused(String cursor) {
    assertThatThrownBy(() -> Keyset.parse(cursor)).isInstanceOf(DomainError.Malformed.class);
  }
}
