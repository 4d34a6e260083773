package asset2go.mail;

import asset2go.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What mails say, in the language of EMAIL_LANGUAGE. Each kind of letter has its texts under a key
 * of its own in {@code letters.properties}: {@code .subject}, {@code .before} what is in the middle
 * and, with a link, {@code .after}.
 */
@Dependent
public class Letters {

  private final Locale locale;

  @Inject
  public Letters(Settings settings) {
    this(settings.mailLanguage());
  }

  Letters(Locale locale) {
    this.locale = locale;
  }

  /** A letter of paragraphs and one link. */
  public Mail withLink(String to, String name, String kind, String link) {
    return Mail.withLink(
        language(),
        new Mail.Address(to, name, text("hello", name)),
        text(kind + ".subject"),
        text(kind + ".before"),
        link,
        text(kind + ".after"));
  }

  /** A letter with a list and one link. */
  public Mail withList(String to, String name, String kind, List<String> lines, String link) {
    return Mail.withList(
        language(),
        new Mail.Address(to, name, text("hello", name)),
        text(kind + ".subject"),
        text(kind + ".before"),
        lines,
        link);
  }

  /** A text, with words put in for {@code {0}} and so on. */
  public String text(String key, Object... words) {
    String pattern = bundle(locale).getString(key);
    return new MessageFormat(pattern, locale).format(words);
  }

  private String language() {
    return locale.toLanguageTag();
  }

  static ResourceBundle bundle(Locale locale) {
    // English is the file without a language: the server's own locale must not come before it.
    return ResourceBundle.getBundle(
        "asset2go.mail.letters",
        locale,
        Letters.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
