package asset2go.document;

/** What a document belongs to. */
public enum DocumentKind {
  WORK_ORDER,
  CALIBRATION,
  /** A time in somebody's hands: photos of how it went out and came back. */
  CUSTODY,
  FAULT_REPORT
}
