package asset2go.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailTest {

  @Test
  void namesAndLinksAreNoMarkup() {
    Mail mail =
        Mail.withLink("a@b.test", "<b>Eve</b>", "Hi", "Look:", "https://x.test/?a=1&b=2", "Bye.");
    assertThat(mail.html())
        .contains("Hello &lt;b&gt;Eve&lt;/b&gt;,")
        .contains("href=\"https://x.test/?a=1&amp;b=2\"");
    assertThat(mail.text()).contains("Hello <b>Eve</b>,").contains("https://x.test/?a=1&b=2");
  }
}
