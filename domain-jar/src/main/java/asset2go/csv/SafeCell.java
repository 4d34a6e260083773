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
    String safe = isGuarded("'" + text) ? "'" + text : text;
    boolean quote = safe.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c < ' ');
    return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  /** What a cell that we wrote meant: without the apostrophe that was put before it. */
  public static String read(String cell) {
    return isGuarded(cell) ? cell.substring(1) : cell;
  }

  /** One apostrophe or more before what would be run: one of them is ours. */
  private static boolean isGuarded(String cell) {
    int first = 0;
    while (first < cell.length() && cell.charAt(first) == '\'') {
      first++;
    }
    return first > 0 && first < cell.length() && FORMULA.indexOf(cell.charAt(first)) >= 0;
  }
}
