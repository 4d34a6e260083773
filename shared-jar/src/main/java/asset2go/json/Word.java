package asset2go.json;

import java.util.Locale;

/** A constant that the API writes as a word in lower case. */
public interface Word {

  /** Name of the constant. */
  String name();

  /** How the API writes it. */
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
