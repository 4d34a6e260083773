package asset2go.bulk;

/** What became of one item. */
public enum BulkOutcome {
  CHANGED,
  /** It was like that already. */
  UNCHANGED,
  /** It stays as it was; the answer says why. */
  REFUSED
}
