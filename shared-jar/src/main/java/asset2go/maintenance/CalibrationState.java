package asset2go.maintenance;

/** How an asset stands by its latest calibration; one that was never calibrated has none. */
public enum CalibrationState {
  /** It was passed and still counts. */
  VALID,
  /** It was passed and counts no longer. */
  OVERDUE,
  /** It was not passed. */
  FAILED
}
