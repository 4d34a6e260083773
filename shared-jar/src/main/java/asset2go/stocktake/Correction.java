package asset2go.stocktake;

/** What would bring an asset in line with what was seen. */
public enum Correction {
  /** Its status becomes MISSING. */
  MARK_MISSING,
  /** It is moved to where it was seen. */
  MOVE,
  /**
   * It was MISSING: it becomes AVAILABLE, or CHECKED_OUT where somebody has it, where it was seen.
   */
  MARK_FOUND,
  /** It was on order or in transit, and has arrived where it was seen. */
  RECEIVE
}
