package asset2go.importing;

/** How far an import run is. */
public enum ImportState {
  QUEUED,
  RUNNING,
  COMPLETED,
  FAILED,
  CANCELLED
}
