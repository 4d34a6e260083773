package asset2go.importing;

import asset2go.csv.SafeCell;
import asset2go.identity.Actor;
import asset2go.page.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes the errors of a run as CSV, page by page, so that no number of them fills the memory. */
final class ErrorsCsv {

  private static final int PAGE = 1000;

  private ErrorsCsv() {}

  static void write(ImportRuns runs, Actor actor, String id, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write("line,column,value,reason\r\n");
    String after = null;
    do {
      Page<ImportError> page = runs.errors(actor, id, PAGE, after);
      for (ImportError error : page.items()) {
        writer.write(Long.toString(error.line()));
        for (String cell : new @Nullable String[] {error.column(), error.value(), error.reason()}) {
          writer.write(',');
          writer.write(SafeCell.of(cell));
        }
        writer.write("\r\n");
      }
      after = page.next();
    } while (after != null);
    writer.flush();
  }
}
