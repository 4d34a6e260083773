package asset2go.importing;

import asset2go.csv.CsvRow;
import asset2go.csv.SafeCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of one row by field, with what is wrong with them. */
final class Cells {

  /** How much of a cell an error shows. */
  private static final int SHOWN = 200;

  /** The longest value of a custom field. */
  private static final int CUSTOM = 2_000;

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]");
  private static final Pattern LINES = Pattern.compile("\\R");
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d([.,]\\d+)?[eE]\\+\\d{1,3}");

  private final Columns columns;
  private final CsvRow row;
  private final List<ImportError> errors = new ArrayList<>();

  Cells(Columns columns, CsvRow row) {
    this.columns = columns;
    this.row = row;
    if (row.tooLong() >= 0) {
      wrong(
          columns.name(row.tooLong()),
          row.cell(row.tooLong()),
          "has %,d characters; at most %,d are taken".formatted(row.tooLongBy(), CsvRow.MAX_CELL));
    }
  }

  /** What makes a value of a cell's text. */
  interface Reading<T> {
    T read(String text) throws BadCell;
  }

  long line() {
    return row.line();
  }

  List<ImportError> errors() {
    return errors;
  }

  /** The text of a cell without blanks around it, null where there is none. */
  @Nullable String text(Field field, int most) {
    return read(field, text -> checked(text, most));
  }

  /** Like {@link #text} for what stands on one line. */
  @Nullable String line(Field field, int most) {
    return read(field, text -> checked(LINES.matcher(text).replaceAll(" "), most));
  }

  /** Like {@link #line} for numbers that are names, which spreadsheets like to round. */
  @Nullable String code(Field field, int most) {
    return read(
        field,
        text -> {
          if (SCIENTIFIC.matcher(text).matches()) {
            throw new BadCell(
                "was rounded by a spreadsheet, so that its digits are lost. Format the column as"
                    + " text before saving as CSV");
          }
          return checked(LINES.matcher(text).replaceAll(" "), most);
        });
  }

  /** The text of a cell that a row must have. */
  @Nullable String required(Field field, int most) {
    String value = code(field, most);
    if (value == null && errors.stream().noneMatch(e -> columns.name(field).equals(e.column()))) {
      wrong(columns.name(field), null, "is missing");
    }
    return value;
  }

  /** The texts of custom fields that are there, by the field's name. */
  Map<String, String> custom() {
    Map<String, String> texts = new LinkedHashMap<>();
    columns
        .custom()
        .forEach(
            (name, at) -> {
              String text = read(at, columns.name(name), cell -> checked(cell, CUSTOM));
              if (text != null) {
                texts.put(name, text);
              }
            });
    return texts;
  }

  /** A cell as a value; null where it is empty or wrong. */
  <T> @Nullable T read(Field field, Reading<T> reading) {
    return read(columns.index(field), columns.name(field), reading);
  }

  private <T> @Nullable T read(int at, String column, Reading<T> reading) {
    String text = SafeCell.read(row.cell(at).strip());
    if (text.isEmpty() || at == row.tooLong()) {
      return null;
    }
    try {
      if (text.indexOf('\uFFFD') >= 0) {
        throw new BadCell("has letters that could not be read. Save the file as \"CSV UTF-8\"");
      }
      return reading.read(text);
    } catch (BadCell e) {
      wrong(column, text, String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** That a cell of this row is wrong for a reason that only the graph knows. */
  ImportError error(Field field, @Nullable String value, String reason) {
    return new ImportError(row.line(), columns.name(field), shorten(value), reason);
  }

  /** The same of a cell of a custom field. */
  ImportError error(String customField, @Nullable String value, String reason) {
    return new ImportError(row.line(), columns.name(customField), shorten(value), reason);
  }

  private void wrong(@Nullable String column, @Nullable String value, String reason) {
    errors.add(new ImportError(row.line(), column, shorten(value), reason));
  }

  private static @Nullable String shorten(@Nullable String value) {
    return value == null || value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }

  private static String checked(String text, int most) throws BadCell {
    if (text.length() > most) {
      throw new BadCell("has %,d characters; at most %,d are taken".formatted(text.length(), most));
    }
    if (CONTROL.matcher(text).find()) {
      throw new BadCell("has control characters in it");
    }
    return text;
  }
}
