package asset2go.importing;

import asset2go.csv.Head;
import asset2go.problem.DomainError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file looked at before it is taken in.
 *
 * @param head how it is written and what it begins with
 * @param columns what its columns are taken for
 */
record Inspection(ImportKind kind, Head head, Columns columns, List<String> customNames) {

  private static final int SAMPLE = 10;

  /**
   * Looks at the beginning of a file.
   *
   * @param said what a person said of the columns
   * @param customNames names of custom fields, which columns may have
   * @throws DomainError.Invalid where the file is hopeless
   */
  static Inspection of(
      ImportKind kind, Head.Bytes bytes, Map<String, String> said, List<String> customNames) {
    Head head = Head.of(bytes, Columns::isKnown);
    return new Inspection(
        kind, head, Columns.of(kind, head.header(), said, customNames), customNames);
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>(head.warnings());
    warnings.addAll(columns.warnings());
    return warnings;
  }

  ImportPreview preview() {
    List<String> warnings = warnings();
    try {
      columns.check(Map.of());
    } catch (DomainError.Invalid e) {
      warnings.add(0, e.getMessage() + ".");
    }
    List<Field> fields = Field.of(kind);
    return new ImportPreview(
        kind,
        head.header(),
        columns.mapping(),
        Stream.concat(
                fields.stream().map(Field::title),
                kind == ImportKind.ASSETS
                    ? customNames.stream().map(Columns.CUSTOM::concat)
                    : Stream.empty())
            .toList(),
        fields.stream().filter(Field::required).map(Field::title).toList(),
        head.sample().stream().limit(SAMPLE).map(row -> List.copyOf(row.cells())).toList(),
        warnings);
  }
}
