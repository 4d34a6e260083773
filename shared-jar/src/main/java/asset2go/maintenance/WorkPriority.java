package asset2go.maintenance;

/** How much a work order presses, the most pressing first: so the board sorts them. */
public enum WorkPriority {
  URGENT,
  HIGH,
  NORMAL,
  LOW
}
