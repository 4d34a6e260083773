package asset2go.csv;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the character between the cells: the one that makes most known columns of the header, then
 * the one that makes rows of one width, then the one that makes the most columns.
 */
final class Delimiters {

  private static final char[] CANDIDATES = {',', ';', '\t', '|'};
  private static final Pattern EXCEL =
      Pattern.compile("\\uFEFF?\"?sep=(.)\"?\\R", Pattern.CASE_INSENSITIVE);
  private static final int ROWS = 20;

  private final Predicate<String> known;

  Delimiters(Predicate<String> known) {
    this.known = known;
  }

  Dialect choose(byte[] head, Charset charset) {
    Matcher excel = EXCEL.matcher(new String(head, 0, Math.min(head.length, 40), charset));
    if (excel.lookingAt()) {
      return new Dialect(charset, excel.group(1).charAt(0), 1);
    }
    Dialect best = new Dialect(charset, CANDIDATES[0], 0);
    long bestScore = -1;
    for (char candidate : CANDIDATES) {
      Dialect dialect = new Dialect(charset, candidate, 0);
      long score = score(Head.rows(head, dialect, ROWS));
      if (score > bestScore) {
        best = dialect;
        bestScore = score;
      }
    }
    return best;
  }

  private long score(List<CsvRow> rows) {
    if (rows.isEmpty()) {
      return 0;
    }
    List<String> header = rows.get(0).cells();
    long names = header.stream().filter(name -> known.test(name.toLowerCase(Locale.ROOT))).count();
    long even = rows.stream().filter(row -> row.cells().size() == header.size()).count();
    boolean several = header.size() > 1;
    return names * 1_000_000 + (several ? even * 1000 / rows.size() * 500 : 0) + header.size();
  }
}
