package asset2go.importing;

/** What the rows of an import are. */
public enum ImportKind {
  ASSETS,
  LOCATIONS,
  DEPENDENCIES
}
