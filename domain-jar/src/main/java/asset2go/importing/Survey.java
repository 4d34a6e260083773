package asset2go.importing;

import asset2go.csv.BrokenCsv;
import asset2go.csv.CharsetGuess;
import asset2go.csv.CsvRow;
import asset2go.csv.Dialect;
import asset2go.csv.Rows;
import asset2go.csv.SafeCell;
import asset2go.files.Files;
import asset2go.problem.DomainError;
import asset2go.search.Folding;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole file looked at once, before any of it is written: how many rows it has, whether it can
 * be read to its end, and in which encoding, where its beginning did not show that.
 */
record Survey(long rows, Dialect dialect, @Nullable String warning) {

  /**
   * Looks at the file of a run.
   *
   * @throws BrokenCsv where it cannot be read to its end
   */
  static Survey of(Files files, Run run) {
    CharsetGuess guess = new CharsetGuess();
    // Where only ASCII was seen so far, any encoding that contains ASCII shows the same rows.
    Dialect counting =
        run.settled() ? run.dialect() : run.dialect().in(StandardCharsets.ISO_8859_1);
    long count = -1;
    try (Rows rows = Rows.of(new Watched(files.get(run.object()), guess), counting)) {
      while (rows.hasNext()) {
        rows.next();
        count++;
      }
    }
    if (guess.hasZeros()) {
      throw new DomainError.Invalid("file", "The file holds binary data (NUL bytes), not text.");
    }
    if (count < 1) {
      throw new DomainError.Invalid("file", "The file has a header but no rows below it.");
    }
    if (run.settled() || guess.isPlain()) {
      return new Survey(count, run.dialect(), null);
    }
    Dialect dialect = run.dialect().in(guess.best(true));
    String name = dialect.charset().name();
    return new Survey(
        count,
        dialect,
        name.startsWith("UTF") ? null : "The file is not UTF-8 and was read as " + name + ".");
  }

  /**
   * Tags, codes or names of kits of all rows: what a dry run needs to know of rows that it does not
   * write.
   */
  static Known keys(Files files, Run run) {
    Known keys = new Known();
    try (Rows rows = Rows.of(files.get(run.object()), run.dialect())) {
      Columns columns = run.columns(header(rows.next()));
      int at = columns.index(key(run.kind()));
      while (rows.hasNext()) {
        String key = rows.next().cell(at).strip();
        if (!key.isEmpty()) {
          keys.add(run.kind() == ImportKind.KITS ? Folding.fold(SafeCell.read(key)) : key);
        }
      }
    }
    return keys;
  }

  private static Field key(ImportKind kind) {
    return switch (kind) {
      case LOCATIONS -> Field.LOCATION_CODE;
      case KITS -> Field.KIT_NAME;
      case ASSETS, DEPENDENCIES -> Field.TAG;
    };
  }

  static List<String> header(CsvRow row) {
    return row.cells().stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
  }

  /** Shows the bytes that pass by to the guess. */
  private static final class Watched extends FilterInputStream {
    private final CharsetGuess guess;

    Watched(InputStream in, CharsetGuess guess) {
      super(in);
      this.guess = guess;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) {
        guess.feed(new byte[] {(byte) b}, 0, 1);
      }
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      int read = super.read(bytes, from, count);
      if (read > 0) {
        guess.feed(bytes, from, read);
      }
      return read;
    }
  }
}
