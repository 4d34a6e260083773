package asset2go.csv;

import asset2go.problem.DomainError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The beginning of a file: enough to say how it is written, and to refuse what is hopeless before
 * anything is done with it.
 *
 * @param dialect how it is written, as far as the head shows
 * @param settled the head has letters that show the encoding; else what follows may still decide
 * @param header names of the columns
 * @param sample the first rows
 * @param warnings what a person should look at
 */
public record Head(
    Dialect dialect,
    boolean settled,
    List<String> header,
    List<CsvRow> sample,
    List<String> warnings) {

  private static final int SIZE = 128 * 1024;
  private static final int SAMPLE = 50;
  private static final int MAX_COLUMNS = 500;

  /** The head's bytes, to be put in front of the rest again. */
  public record Bytes(byte[] bytes, boolean whole) {

    /** Takes the head off a stream. */
    public static Bytes read(InputStream in) throws IOException {
      byte[] bytes = in.readNBytes(SIZE);
      return new Bytes(bytes, bytes.length < SIZE);
    }

    /** The whole file again. */
    public InputStream with(InputStream rest) {
      return new SequenceInputStream(new ByteArrayInputStream(bytes), rest);
    }
  }

  /**
   * Looks at a head.
   *
   * @param known whether a name is one of a column that somebody knows; tells the header's
   *     delimiter where more than one would do
   * @throws DomainError.Invalid where the file is hopeless, with what to do about it
   */
  public static Head of(Bytes head, Predicate<String> known) {
    if (head.bytes().length == 0) {
      throw hopeless("The file is empty.");
    }
    String other = NotCsv.reason(head.bytes());
    if (other != null) {
      throw hopeless(other);
    }
    CharsetGuess guess = new CharsetGuess();
    guess.feed(head.bytes(), 0, head.bytes().length);
    if (guess.hasZeros()) {
      throw hopeless("The file holds binary data (NUL bytes), not text.");
    }
    List<String> warnings = new ArrayList<>();
    Dialect dialect = new Delimiters(known).choose(head.bytes(), guess.best(head.whole()));
    warnOfCharset(dialect, warnings);
    List<CsvRow> rows = rows(head.bytes(), dialect, SAMPLE + 1);
    if (rows.isEmpty()) {
      throw hopeless("The file is empty: it has neither a header nor rows.");
    }
    List<String> header = header(rows.get(0));
    if (head.whole()) {
      refuseBroken(head.bytes(), dialect);
    }
    if (rows.size() == 1 && head.whole()) {
      throw hopeless("The file has a header but no rows below it.");
    }
    return new Head(dialect, !guess.isPlain(), header, rows.subList(1, rows.size()), warnings);
  }

  private static List<String> header(CsvRow row) {
    List<String> header =
        row.cells().stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
    if (header.size() > MAX_COLUMNS) {
      throw hopeless("The header has %d columns; at most 500 are taken.".formatted(header.size()));
    }
    if (row.tooLong() >= 0) {
      throw hopeless("The first line is no header: one of its cells is longer than 10,000.");
    }
    Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Set<String> twice = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : header) {
      if (!name.isEmpty() && !seen.add(name)) {
        twice.add(name);
      }
    }
    if (!twice.isEmpty()) {
      throw hopeless(
          "The header names a column more than once: %s. Rename or remove the surplus ones."
              .formatted(String.join(", ", twice)));
    }
    return header;
  }

  private static void refuseBroken(byte[] whole, Dialect dialect) {
    try (Rows rows = Rows.of(new ByteArrayInputStream(whole), dialect)) {
      rows.forEachRemaining(row -> {});
    } catch (BrokenCsv e) {
      throw hopeless(String.valueOf(e.getMessage()));
    }
  }

  private static void warnOfCharset(Dialect dialect, List<String> warnings) {
    String name = dialect.charset().name();
    if (!name.startsWith("UTF-")) {
      warnings.add(
          "The file is not UTF-8 and was read as %s. Where letters with accents look wrong, save it as \"CSV UTF-8\"."
              .formatted(name));
    }
  }

  /** The first rows of the head; fewer where the head ends or breaks before. */
  static List<CsvRow> rows(byte[] head, Dialect dialect, int most) {
    List<CsvRow> found = new ArrayList<>();
    try (Rows rows = Rows.of(new ByteArrayInputStream(head), dialect)) {
      while (found.size() < most && rows.hasNext()) {
        found.add(rows.next());
      }
    } catch (BrokenCsv e) {
      if (found.isEmpty()) {
        throw hopeless("The header cannot be read. " + e.getMessage());
      }
      // else the head ends within a long cell: what was read before will do
    }
    return found;
  }

  private static DomainError.Invalid hopeless(String message) {
    return new DomainError.Invalid("file", message);
  }
}
