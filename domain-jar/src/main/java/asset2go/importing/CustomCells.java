package asset2go.importing;

import asset2go.catalogue.CustomField;
import asset2go.catalogue.FieldValue;
import asset2go.search.Folding;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells of custom fields, as people write such values. */
final class CustomCells {

  private static final Pattern COMMA = Pattern.compile("[+-]?\\d+,\\d+");
  private static final Map<String, Boolean> TRUTHS =
      Map.ofEntries(
          Map.entry("true", true),
          Map.entry("yes", true),
          Map.entry("y", true),
          Map.entry("1", true),
          Map.entry("x", true),
          Map.entry("on", true),
          Map.entry("ja", true),
          Map.entry("j", true),
          Map.entry("wahr", true),
          Map.entry("false", false),
          Map.entry("no", false),
          Map.entry("n", false),
          Map.entry("0", false),
          Map.entry("off", false),
          Map.entry("nein", false),
          Map.entry("falsch", false));

  private CustomCells() {}

  /** A value as JSON would have it, not yet held to the rules of its field. */
  static @Nullable Object read(CustomField field, String text) throws BadCell {
    try {
      return FieldValue.parse(field.kind(), plain(field, text));
    } catch (FieldValue.Refused e) {
      throw new BadCell(String.valueOf(e.getMessage()));
    }
  }

  private static Object plain(CustomField field, String text) throws BadCell {
    return switch (field.kind()) {
      case NUMBER -> COMMA.matcher(text).matches() ? text.replace(',', '.') : text;
      case DATE -> Dates.parse(text).toString();
      case BOOLEAN -> truth(text);
      case CHOICE -> choice(field, text);
      case TEXT, LINK -> text;
    };
  }

  private static Object truth(String text) throws BadCell {
    Boolean truth = TRUTHS.get(Folding.fold(text));
    if (truth == null) {
      throw new BadCell("must be yes or no");
    }
    return truth;
  }

  /** However somebody wrote it; what is not on the list is refused later. */
  private static String choice(CustomField field, String text) {
    String key = Folding.fold(text);
    return field.choices() == null
        ? text
        : field.choices().stream()
            .filter(choice -> Folding.fold(choice).equals(key))
            .findFirst()
            .orElse(text);
  }
}
