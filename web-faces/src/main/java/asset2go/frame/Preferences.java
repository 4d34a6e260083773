package asset2go.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a person wants the pages: kept in cookies, so that they hold before signing in too. */
@Named("prefs")
@RequestScoped
public class Preferences {
  static final String LANGUAGE = "a2g-lang";
  static final String THEME = "a2g-theme";
  static final String NAVIGATION = "a2g-nav";
  static final String DENSITY = "a2g-density";

  /** Set by the pages' script: the server cannot know where the person is. */
  static final String ZONE = "a2g-zone";

  /** The languages that every text exists in; the first where the browser wants none of them. */
  static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  @Inject HttpServletRequest request;

  /**
   * By choice, else by what the browser accepts. The region stays the browser's: 1,000 or 1.000.
   */
  static Locale locale(HttpServletRequest request) {
    var chosen = Cookies.read(request, LANGUAGE).orElse("");
    var accepted = Collections.list(request.getLocales());
    for (var locale : accepted) {
      if (chosen.isEmpty() ? speaks(locale) : locale.getLanguage().equals(chosen)) {
        return locale;
      }
    }
    return LANGUAGES.stream()
        .filter(language -> language.getLanguage().equals(chosen))
        .findFirst()
        .orElse(LANGUAGES.get(0));
  }

  private static boolean speaks(Locale wanted) {
    return LANGUAGES.stream().anyMatch(ours -> ours.getLanguage().equals(wanted.getLanguage()));
  }

  public Locale getLocale() {
    return locale(request);
  }

  public String getLanguage() {
    return getLocale().getLanguage();
  }

  public List<Locale> getLanguages() {
    return LANGUAGES;
  }

  /** light, dark, or auto for what the system prefers. */
  public String getTheme() {
    return oneOf(THEME, "auto", "light", "dark");
  }

  /** open, or folded to icons. */
  public String getNavigation() {
    return oneOf(NAVIGATION, "open", "folded");
  }

  public String getDensity() {
    return oneOf(DENSITY, "comfortable", "compact");
  }

  public ZoneId getZone() {
    try {
      return Cookies.read(request, ZONE)
          .map(zone -> ZoneId.of(zone.replace(':', '/')))
          .orElse(ZoneOffset.UTC);
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }

  private String oneOf(String cookie, String otherwise, String... others) {
    return Cookies.read(request, cookie).filter(Set.of(others)::contains).orElse(otherwise);
  }
}
