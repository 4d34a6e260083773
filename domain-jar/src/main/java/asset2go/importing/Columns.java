package asset2go.importing;

import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.search.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which column of a file holds which field. */
final class Columns {

  /** What the names of custom fields begin with in a mapping. */
  static final String CUSTOM = "field.";

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final ImportKind kind;
  private final List<String> header;
  private final Map<Field, Integer> index;

  /** Custom fields by name. */
  private final Map<String, Integer> custom;

  private Columns(
      ImportKind kind,
      List<String> header,
      Map<Field, Integer> index,
      Map<String, Integer> custom) {
    this.kind = kind;
    this.header = header;
    this.index = index;
    this.custom = custom;
  }

  /** A column's name without case, accents, blanks and punctuation. */
  static String key(String name) {
    return NO_LETTER.matcher(Folding.fold(name.strip())).replaceAll("");
  }

  /** Whether some field of some kind goes by this name. */
  static boolean isKnown(String name) {
    String key = key(name);
    for (Field field : Field.values()) {
      if (field.rank(key) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** What the names suggest. */
  static Columns guess(ImportKind kind, List<String> header) {
    return of(kind, header, Map.of(), List.of());
  }

  /** What was settled before: every column is said, and those of custom fields are believed. */
  static Columns settled(ImportKind kind, List<String> header, Map<String, String> said) {
    return of(
        kind,
        header,
        said,
        said.values().stream()
            .filter(title -> title.startsWith(CUSTOM))
            .map(title -> title.substring(CUSTOM.length()))
            .toList());
  }

  /**
   * What a person said, and for the columns of which nothing was said, what their names suggest.
   *
   * @param said column to field; an empty field leaves the column out
   * @param customNames names of custom fields
   * @throws DomainError.Invalid where it names a column or field that is not there, or one twice
   */
  static Columns of(
      ImportKind kind,
      List<String> header,
      Map<String, String> said,
      Collection<String> customNames) {
    Map<Field, Integer> index = new EnumMap<>(Field.class);
    Map<String, Integer> custom = new LinkedHashMap<>();
    said.forEach(
        (column, field) -> {
          if (kind == ImportKind.ASSETS && field.strip().startsWith(CUSTOM)) {
            putCustom(header, column, field.strip(), customNames, custom);
          } else {
            put(kind, header, column, field, index);
          }
        });
    for (Field field : Field.of(kind)) {
      if (!index.containsKey(field)) {
        Integer best = best(field, header, said, index);
        if (best != null) {
          index.put(field, best);
        }
      }
    }
    if (kind == ImportKind.ASSETS) {
      guessCustom(header, said, customNames, index, custom);
    }
    return new Columns(kind, header, index, custom);
  }

  private static void guessCustom(
      List<String> header,
      Map<String, String> said,
      Collection<String> customNames,
      Map<Field, Integer> index,
      Map<String, Integer> custom) {
    for (int i = 0; i < header.size(); i++) {
      String key = key(header.get(i));
      if (said.containsKey(header.get(i)) || index.containsValue(i) || key.isEmpty()) {
        continue;
      }
      for (String name : customNames) {
        // As an export has it, which may be called like a field that all assets have.
        if (key(name).equals(key) || key(CUSTOM + name).equals(key)) {
          custom.putIfAbsent(name, i);
        }
      }
    }
  }

  private static int column(List<String> header, String column) {
    int at = header.indexOf(column.strip());
    if (at < 0) {
      throw new DomainError.Invalid("mapping", "the file has no column \"" + column + "\"");
    }
    return at;
  }

  private static void putCustom(
      List<String> header,
      String column,
      String title,
      Collection<String> customNames,
      Map<String, Integer> custom) {
    int at = column(header, column);
    String asked = Folding.fold(title.substring(CUSTOM.length()));
    String name =
        customNames.stream()
            .filter(known -> Folding.fold(known).equals(asked))
            .findFirst()
            .orElseThrow(
                () ->
                    new DomainError.Invalid(
                        "mapping",
                        Fault.UNKNOWN,
                        "there is no custom field \"%s\""
                            .formatted(title.substring(CUSTOM.length()))));
    if (custom.put(name, at) != null) {
      throw new DomainError.Invalid("mapping", "two columns are mapped to \"" + name + "\"");
    }
  }

  private static void put(
      ImportKind kind,
      List<String> header,
      String column,
      String title,
      Map<Field, Integer> index) {
    int at = column(header, column);
    if (title.isBlank()) {
      return;
    }
    Field field =
        Field.named(kind, title.strip())
            .orElseThrow(
                () ->
                    new DomainError.Invalid(
                        "mapping",
                        Fault.UNKNOWN,
                        "there is no field \"%s\"; the fields are %s"
                            .formatted(title, titles(Field.of(kind)))));
    if (index.put(field, at) != null) {
      throw new DomainError.Invalid(
          "mapping", "two columns are mapped to \"" + field.title() + "\"");
    }
  }

  private static @Nullable Integer best(
      Field field, List<String> header, Map<String, String> said, Map<Field, Integer> taken) {
    Integer best = null;
    int bestRank = Integer.MAX_VALUE;
    for (int i = 0; i < header.size(); i++) {
      int rank = field.rank(key(header.get(i)));
      if (rank >= 0
          && rank < bestRank
          && !said.containsKey(header.get(i))
          && !taken.containsValue(i)) {
        best = i;
        bestRank = rank;
      }
    }
    return best;
  }

  /** Column to field, as the API shows it. */
  Map<String, String> mapping() {
    Map<String, String> mapping = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      for (Map.Entry<Field, Integer> entry : index.entrySet()) {
        if (entry.getValue() == i) {
          mapping.put(header.get(i), entry.getKey().title());
        }
      }
    }
    custom.forEach((name, at) -> mapping.put(header.get(at), CUSTOM + name));
    return mapping;
  }

  /** Where a field's column is, -1 where the file has none. */
  int index(Field field) {
    return index.getOrDefault(field, -1);
  }

  /** Where the columns of custom fields are, by the field's name. */
  Map<String, Integer> custom() {
    return custom;
  }

  /** Name of a custom field's column in the file. */
  String name(String customField) {
    Integer at = custom.get(customField);
    return at == null ? customField : header.get(at);
  }

  /** Name of a field's column in the file; the field's own where it has none. */
  String name(Field field) {
    int at = index(field);
    return at < 0 ? field.title() : header.get(at);
  }

  /** Name of the column at an index, null where it has none. */
  @Nullable String name(int at) {
    return at < header.size() && !header.get(at).isEmpty() ? header.get(at) : null;
  }

  /** What a person should know of the columns. */
  List<String> warnings() {
    List<String> ignored = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      if (!header.get(i).isEmpty() && !index.containsValue(i) && !custom.containsValue(i)) {
        ignored.add(header.get(i));
      }
    }
    List<String> warnings = new ArrayList<>();
    if (!ignored.isEmpty()) {
      warnings.add("Columns that are not imported: " + String.join(", ", ignored) + ".");
    }
    if (kind == ImportKind.ASSETS && !index.containsKey(Field.TAG)) {
      warnings.add(
          index.containsKey(Field.SERIAL)
              ? "No column holds the tag: assets are recognised by their serial number, and tags"
                  + " are made for new ones."
              : "No column holds the tag or the serial number: every row becomes a new asset, each"
                  + " time the file is imported.");
    }
    return warnings;
  }

  /**
   * Refuses a file without which no row could be taken, or that is plainly of another kind.
   *
   * @param said what a person said of the columns; who says so knows the kind
   */
  void check(Map<String, String> said) {
    ImportKind other = said.isEmpty() ? likelier() : null;
    List<Field> missing =
        Field.of(kind).stream()
            .filter(field -> field.required() && !index.containsKey(field))
            .toList();
    if (other != null) {
      throw new DomainError.Invalid(
          "kind",
          "this looks like a file of %s, not of %s. Its columns are %s"
              .formatted(word(other), word(kind), String.join(", ", header)));
    }
    if (!missing.isEmpty()) {
      String message =
          "a file of %s needs the column%s %s. The file has %s"
              .formatted(
                  word(kind),
                  missing.size() > 1 ? "s" : "",
                  titles(missing),
                  String.join(", ", header));
      throw new DomainError.Invalid("file", message);
    }
  }

  /** A kind whose every required column is there and that knows more of the columns. */
  private @Nullable ImportKind likelier() {
    int known = index.size();
    for (ImportKind other : ImportKind.values()) {
      Columns guess = other == kind ? this : guess(other, header);
      boolean complete =
          Field.of(other).stream().allMatch(f -> !f.required() || guess.index.containsKey(f));
      if (other != kind && complete && guess.index.size() > known) {
        return other;
      }
    }
    return null;
  }

  private static String word(ImportKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String titles(List<Field> fields) {
    return String.join(", ", fields.stream().map(Field::title).toList());
  }
}
