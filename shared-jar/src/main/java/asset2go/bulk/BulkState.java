package asset2go.bulk;

/** How far a run is. */
public enum BulkState {
  QUEUED,
  RUNNING,
  COMPLETED,
  /** Somebody stopped it: what was done until then stays. */
  CANCELLED,
  /** It could not be finished; its problem says why. */
  FAILED
}
