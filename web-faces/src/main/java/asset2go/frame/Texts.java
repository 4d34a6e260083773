package asset2go.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The texts in the person's language. */
@Named("texts")
@RequestScoped
public class Texts {
  static final String BUNDLE = "asset2go.texts";

  @Inject Preferences preferences;

  /** The text with its words filled in; the key itself where a text is missing. */
  public String get(String key, @Nullable Object... words) {
    return get(preferences.getLocale(), key, words);
  }

  /** Whether there is such a text. */
  boolean has(String key) {
    return bundle(preferences.getLocale()).containsKey(key);
  }

  /** As above, for templates: a text, or the other one where there is none. */
  public String orElse(String key, String other) {
    var bundle = bundle(preferences.getLocale());
    return bundle.containsKey(key) ? bundle.getString(key) : other;
  }

  /** A field's value as people call it: codes have names. */
  public String value(String field, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return "—";
    }
    return "status".equals(field) || "condition".equals(field)
        ? orElse(field + "." + value, value)
        : value;
  }

  static String get(Locale locale, String key, @Nullable Object... words) {
    var bundle = bundle(locale);
    return bundle.containsKey(key)
        ? new MessageFormat(bundle.getString(key), locale).format(words)
        : key;
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader());
  }
}
