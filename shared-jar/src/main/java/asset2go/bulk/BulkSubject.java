package asset2go.bulk;

/** What a run changes. */
public enum BulkSubject {
  ASSET,
  LOCATION,
  /** That one asset needs another. */
  DEPENDENCY,
  KIT
}
