package asset2go.installation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private final Keys keys = new Keys("0123456789abcdef0123456789abcdef");

  @Test
  void everyInstanceDerivesTheSameKeyWhichFitsAes256() {
    assertThat(keys.derive("faces-state"))
        .hasSize(32)
        .isEqualTo(new Keys("0123456789abcdef0123456789abcdef").derive("faces-state"));
  }

  @Test
  void keysOfOtherPurposesAndSecretsDiffer() {
    assertThat(keys.derive("faces-state")).isNotEqualTo(keys.derive("note"));
    assertThat(keys.derive("note"))
        .isNotEqualTo(new Keys("another secret, as long as this").derive("note"));
  }

  @Test
  void whatWasSignedIsGivenBack() {
    var signed = keys.sign("note", "note.asset.created\u001fBohrhammer Ø 8 mm");
    assertThat(signed).matches("[A-Za-z0-9_.-]+");
    assertThat(keys.verify("note", signed)).contains("note.asset.created\u001fBohrhammer Ø 8 mm");
  }

  @Test
  void aSignatureHoldsForOnePurposeAndOneText() {
    var signed = keys.sign("note", "hello");
    assertThat(keys.verify("other", signed)).isEmpty();
    assertThat(keys.verify("note", "aGVsbG8h" + signed.substring(signed.indexOf('.')))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "abc", "a.b.c", "!!!.???", "aGVsbG8."})
  void nonsenseIsNoSignature(String nonsense) {
    assertThat(keys.verify("note", nonsense)).isEmpty();
  }
}
