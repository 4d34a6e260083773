package asset2go.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file, one after the other, header included, blank ones left out. Whatever the
 * length of the file, no more than one row of it is in memory.
 */
public final class Rows implements Iterator<CsvRow>, AutoCloseable {

  /** In characters. A quote that is opened and never closed ends here, not in all the memory. */
  private static final int MAX_BUFFER = 4 * 1024 * 1024;

  private static final Pattern LINE = Pattern.compile("started in line (\\d+)");
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final RowHandler handler;
  private final Tail tail;
  private final CloseableIterator<CsvRow> rows;
  private final int preamble;
  private @Nullable CsvRow next;

  private Rows(RowHandler handler, Tail tail, CloseableIterator<CsvRow> rows, int preamble) {
    this.handler = handler;
    this.tail = tail;
    this.rows = rows;
    this.preamble = preamble;
  }

  /** Begins to read. Closing it closes the stream. */
  public static Rows of(InputStream in, Dialect dialect) {
    return of(new InputStreamReader(in, dialect.charset()), dialect);
  }

  static Rows of(Reader text, Dialect dialect) {
    try {
      Reader reader = withoutMark(text);
      for (int i = 0; i < dialect.preamble(); i++) {
        skipLine(reader);
      }
      RowHandler handler = new RowHandler();
      Tail tail = new Tail(reader);
      CsvReader<CsvRow> csv =
          CsvReader.builder()
              .fieldSeparator(dialect.delimiter())
              .allowExtraFields(true)
              .allowMissingFields(true)
              .allowExtraCharsAfterClosingQuote(true)
              .maxBufferSize(MAX_BUFFER)
              .build(handler, tail);
      return new Rows(handler, tail, csv.iterator(), dialect.preamble());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reader withoutMark(Reader text) throws IOException {
    BufferedReader reader = new BufferedReader(text);
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  private static void skipLine(Reader reader) throws IOException {
    int c = reader.read();
    while (c >= 0 && c != '\n' && c != '\r') {
      c = reader.read();
    }
    if (c == '\r') {
      reader.mark(1);
      if (reader.read() != '\n') {
        reader.reset();
      }
    }
  }

  private void advance() {
    try {
      while (next == null && rows.hasNext()) {
        CsvRow row = rows.next();
        refuseOpenEnd(row);
        if (!row.isBlank()) {
          next = new CsvRow(row.line() + preamble, row.cells(), row.tooLong(), row.tooLongBy());
        }
      }
    } catch (CsvParseException e) {
      throw new BrokenCsv(explain(String.valueOf(e.getMessage())));
    }
  }

  /** FastCSV takes the rest of the file for the cell, where its quotation mark is not closed. */
  private void refuseOpenEnd(CsvRow row) {
    if (handler.endsQuoted() && !rows.hasNext() && tail.last() != '"') {
      throw new BrokenCsv(neverClosed(row.line() + preamble));
    }
  }

  private static String neverClosed(long line) {
    return "In the row that begins on line %d a quotation mark opens a cell that is never closed."
        .formatted(line);
  }

  private String explain(String message) {
    Matcher line = LINE.matcher(message);
    return line.find()
        ? neverClosed(Long.parseLong(line.group(1)) + preamble)
        : "A quotation mark opens a cell that is never closed.";
  }

  @Override
  public boolean hasNext() {
    advance();
    return next != null;
  }

  @Override
  public CsvRow next() {
    advance();
    CsvRow row = next;
    if (row == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return row;
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
