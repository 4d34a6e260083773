package asset2go.csv;

import org.jspecify.annotations.Nullable;

/**
 * A cell as it is written to CSV: quoted where it must be (RFC 4180), and with an apostrophe before
 * what a spreadsheet would run as a formula (OWASP, CSV injection).
 */
public final class SafeCell {

  private static final String FORMULA = "=+-@\t\r";

  private SafeCell() {}

  /** The text to write, quotes included; nothing for none. */
  public static String of(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    String safe = FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quote = safe.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c < ' ');
    return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
