package asset2go.importing;

import asset2go.dependency.Dependency.Criticality;
import org.jspecify.annotations.Nullable;

/** What a row says of a dependency: which asset needs which. */
record DependencyRow(
    Cells cells,
    @Nullable String asset,
    @Nullable String dependsOn,
    @Nullable String kind,
    @Nullable Criticality criticality,
    @Nullable String company) {

  static DependencyRow of(Cells cells) {
    return new DependencyRow(
        cells,
        cells.required(Field.DEPENDENT, 100),
        cells.required(Field.DEPENDS_ON, 100),
        cells.read(Field.DEPENDENCY_KIND, LocationRow::kind),
        cells.read(Field.CRITICALITY, Words.CRITICALITY::parse),
        cells.line(Field.DEPENDENCY_COMPANY, 300));
  }
}
