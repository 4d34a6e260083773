package asset2go.csv;

import java.util.List;

/**
 * One record of a file.
 *
 * @param line line of the file on which it begins, 1 for the first
 * @param cells as they stand; one that is too long is cut
 * @param tooLong index of the first cell that was cut, -1 for none
 * @param tooLongBy how many characters that cell had
 */
public record CsvRow(long line, List<String> cells, int tooLong, long tooLongBy) {

  /** A cell has at most this many characters; longer ones are cut here. */
  public static final int MAX_CELL = 10_000;

  /** The cell, empty where the record is too short to have it. */
  public String cell(int index) {
    return index >= 0 && index < cells.size() ? cells.get(index) : "";
  }

  /** Whether nothing stands in it: a line that spreadsheets leave behind. */
  public boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  /** How many characters it has, for keeping a batch of rows within bounds. */
  public int size() {
    return cells.stream().mapToInt(String::length).sum();
  }
}
