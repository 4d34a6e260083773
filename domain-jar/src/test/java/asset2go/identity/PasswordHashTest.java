package asset2go.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

  @Test
  void isWrittenAsPhcStringWithOwaspsParameters() {
    assertThat(PasswordHash.of("correct horse battery").phc())
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  @Test
  void matchesItsOwnPasswordOnly() {
    PasswordHash hash = PasswordHash.parse(PasswordHash.of("correct horse battery").phc());
    assertThat(hash.matches("correct horse battery")).isTrue();
    assertThat(hash.matches("correct horse batterx")).isFalse();
    assertThat(hash.matches("")).isFalse();
  }

  @Test
  void saltsEachTime() {
    assertThat(PasswordHash.of("same").phc()).isNotEqualTo(PasswordHash.of("same").phc());
  }

  @Test
  void takesComposedAndDecomposedLettersForTheSame() {
    assertThat(PasswordHash.of("Gr\u00fc\u00dfe").matches("Gru\u0308\u00dfe")).isTrue();
  }

  /** Made by the reference implementation: {@code echo -n password | argon2 somesalt -id}. */
  @Test
  void readsWhatOthersWrote() {
    String phc =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertThat(PasswordHash.parse(phc).matches("password")).isTrue();
    assertThat(PasswordHash.parse(phc).isOutdated()).isFalse();
  }

  @Test
  void knowsWeakerParametersForOutdated() {
    assertThat(PasswordHash.parse("$argon2id$v=19$m=4096,t=3,p=1$c29tZXNhbHQ$AAAA").isOutdated())
        .isTrue();
  }

  @Test
  void refusesWhatIsNoHash() {
    assertThatThrownBy(() -> PasswordHash.parse("$2a$10$abc"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neverShowsItself() {
    assertThat(PasswordHash.of("secret")).hasToString("PasswordHash[]");
  }
}
