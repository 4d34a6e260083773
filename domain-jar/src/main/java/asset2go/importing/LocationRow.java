package asset2go.importing;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a row says of a location. */
record LocationRow(
    Cells cells,
    @Nullable String code,
    @Nullable String name,
    @Nullable String kind,
    @Nullable String parent,
    @Nullable String company) {

  private static final Pattern NO_WORD = Pattern.compile("[^A-Z0-9]+");
  private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

  static LocationRow of(Cells cells) {
    return new LocationRow(
        cells,
        cells.required(Field.LOCATION_CODE, 100),
        cells.required(Field.LOCATION_NAME, 300),
        cells.read(Field.LOCATION_KIND, LocationRow::kind),
        cells.code(Field.LOCATION_PARENT, 300),
        cells.line(Field.LOCATION_COMPANY, 300));
  }

  /** An upper-case word, made of what stands there. */
  static String kind(String text) throws BadCell {
    String word = NO_WORD.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("_");
    if (!KIND.matcher(word).matches()) {
      throw new BadCell("is no word for a kind. Use letters and digits, such as POWER or ROOM");
    }
    return word;
  }
}
