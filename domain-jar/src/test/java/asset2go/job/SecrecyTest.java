package asset2go.job;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.mail.MailRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecrecyTest {
  private final Secrecy secrecy = new Secrecy();

  @Test
  void ofOurOwnOnlyTheDeclaredFieldsAreShown() {
    String data =
        "{\"requestId\":\"r1\",\"payload\":{\"kind\":\"PASSWORD_RESET\",\"email\":\"kim@x.test\"}}";
    assertThat(secrecy.data(data, MailRoom.KIND))
        .contains("r1", "PASSWORD_RESET", "email")
        .doesNotContain("kim@x.test");
    assertThat(secrecy.hid()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"password\":\"geheim\"}",
        "{\"deep\":[{\"apiToken\":\"geheim\"}]}",
        "{\"resetLink\":\"geheim\",\"link\":\"geheim\"}",
        "{\"Authorization\":{\"any\":\"geheim\"}}",
        "{\"url\":\"https://kim:geheim@host/\"}",
        "{\"text\":\"open https://host/?token=geheim now\"}",
        "\"Bearer geheim\"",
        "no JSON at all, password: geheim",
        "{\"jwt\":\"eyJhbGciOiJIUzI1NiJ9.geheim.abc\"}"
      })
  void ofOthersWhatLooksLikeASecretIsLeftOut(String data) {
    assertThat(secrecy.data(data, null)).doesNotContain("geheim").contains(Secrecy.HIDDEN);
    assertThat(secrecy.hid()).isTrue();
  }

  @Test
  void whatIsNoSecretIsShownAsItIs() {
    assertThat(secrecy.data("{\"to\":\"kim\",\"rows\":7,\"ok\":true,\"none\":null}", null))
        .contains("\"kim\"", "7", "true", "null");
    assertThat(secrecy.text("java.lang.IllegalStateException: boom\n\tat a.B.c(B.java:7)"))
        .isEqualTo("java.lang.IllegalStateException: boom\n\tat a.B.c(B.java:7)");
    assertThat(secrecy.hid()).isFalse();
  }

  @Test
  void dataThatNestsWithoutEndIsNoTrouble() {
    assertThat(secrecy.data("[".repeat(100_000), null)).startsWith("[");
  }
}
