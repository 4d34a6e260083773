package asset2go.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Makes rows of what FastCSV reads, and keeps no more of a huge cell than says what it was. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<CsvRow> {

  private static final int MAX_CELLS = 2000;

  private List<String> cells = new ArrayList<>();
  private int tooLong = -1;
  private long tooLongBy;
  private boolean endsQuoted;

  @Override
  protected void handleBegin(long line) {
    cells = new ArrayList<>();
    tooLong = -1;
    tooLongBy = 0;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    endsQuoted = quoted;
    if (index >= MAX_CELLS) {
      return;
    }
    if (length > CsvRow.MAX_CELL && tooLong < 0) {
      tooLong = index;
      tooLongBy = length;
    }
    cells.add(new String(buffer, offset, Math.min(length, CsvRow.MAX_CELL)));
  }

  /** Whether the last cell of the last record stands in quotation marks. */
  boolean endsQuoted() {
    return endsQuoted;
  }

  @Override
  protected CsvRow buildRecord() {
    return new CsvRow(getStartingLineNumber(), cells, tooLong, tooLongBy);
  }
}
