package asset2go.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asset2go.problem.DomainError;
import org.junit.jupiter.api.Test;

class IfMatchTest {

  @Test
  void theVersionStandsInTheTag() {
    assertThat(IfMatch.version("\"a1.7\"", "a1")).isEqualTo(7);
    assertThat(IfMatch.version("W/\"a1.7\"", "a1")).isEqualTo(7);
    assertThat(IfMatch.version("\"x.1\", \"a1.12\"", "a1")).isEqualTo(12);
  }

  @Test
  void withoutAPreconditionAnyVersionWillDo() {
    assertThat(IfMatch.version(null, "a1")).isNull();
    assertThat(IfMatch.version(" * ", "a1")).isNull();
  }

  @Test
  void aTagOfSomethingElseNeverMatches() {
    assertThatThrownBy(() -> IfMatch.version("\"b2.7\"", "a1"))
        .isInstanceOf(DomainError.Stale.class);
    assertThatThrownBy(() -> IfMatch.version("nonsense", "a1"))
        .isInstanceOf(DomainError.Stale.class);
  }
}
