package asset2go.maintenance;

/** What a work order is about. */
public enum WorkKind {
  /** Something is broken or worn. */
  REPAIR,
  /** What keeps it from breaking: cleaning, oil, filters. */
  SERVICE,
  /** Somebody looks whether it is safe and whole. */
  INSPECTION,
  /** It is compared with a standard. */
  CALIBRATION
}
