package asset2go.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MailTest {

  private final Letters letters = new Letters(Locale.ENGLISH);

  @Test
  void namesAndLinksAreNoMarkup() {
    Mail mail = letters.withLink("a@b.test", "<b>Eve</b>", "invitation", "https://x.test/?a=1&b=2");
    assertThat(mail.html())
        .contains("Hello &lt;b&gt;Eve&lt;/b&gt;,")
        .contains("href=\"https://x.test/?a=1&amp;b=2\"");
    assertThat(mail.text()).contains("Hello <b>Eve</b>,").contains("https://x.test/?a=1&b=2");
  }

  @Test
  void aLetterIsInTheLanguageThatIsSetWhateverTheServers() {
    Locale servers = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(overdue(Locale.ENGLISH).subject()).isEqualTo("Equipment is overdue");
      Locale.setDefault(Locale.FRANCE);
      Mail german = overdue(Locale.GERMAN);
      assertThat(german.subject()).isEqualTo("Ausrüstung ist überfällig");
      assertThat(german.text()).startsWith("Guten Tag Robin,");
      assertThat(german.html()).contains("<html lang=\"de\">");
    } finally {
      Locale.setDefault(servers);
    }
  }

  private static Mail overdue(Locale language) {
    return new Letters(language)
        .withList("r@b.test", "Robin", "overdue", List.of("A-1"), "https://x.test/");
  }

  @Test
  void oneAndManyAreToldApart() {
    assertThat(letters.text("digest.failed-jobs", 1L)).startsWith("1 job failed");
    assertThat(letters.text("digest.failed-jobs", 1200L)).startsWith("1,200 jobs failed");
    assertThat(new Letters(Locale.GERMAN).text("digest.warranties", 1L))
        .isEqualTo("1 Garantie läuft innerhalb von 30 Tagen ab");
  }

  @Test
  void everyTextIsThereInEveryLanguage() {
    assertThat(Letters.bundle(Locale.GERMAN).keySet())
        .isEqualTo(Letters.bundle(Locale.ENGLISH).keySet());
    for (String key : Letters.bundle(Locale.ENGLISH).keySet()) {
      assertThat(Letters.bundle(Locale.GERMAN).getString(key))
          .as(key)
          .isNotEqualTo(Letters.bundle(Locale.ENGLISH).getString(key));
    }
  }
}
