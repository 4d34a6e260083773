package asset2go.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file as it is written, row by row; no row is kept. Whoever gave the stream closes it. */
public final class CsvFile {

  private final Writer writer;

  public CsvFile(OutputStream out) {
    writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
  }

  /** Writes a row; null for an empty cell. */
  public void row(List<? extends @Nullable String> cells) throws IOException {
    String separator = "";
    for (String cell : cells) {
      writer.write(separator);
      writer.write(SafeCell.of(cell));
      separator = ",";
    }
    writer.write("\r\n");
  }

  /** Hands on what is still held back. */
  public void end() throws IOException {
    writer.flush();
  }
}
