package asset2go.stocktake;

/** What is known of an asset in a stock-take. */
public enum Outcome {
  /** Expected, not seen yet. */
  PENDING,
  /** Expected, and seen where it belongs. */
  FOUND,
  /** Expected, but seen elsewhere. */
  WRONG_PLACE,
  /** Seen without having been expected. */
  UNEXPECTED,
  /** Expected, and not seen until counting ended. */
  MISSING,
  /** Expected, but handed out, moved or otherwise handled since the opening. */
  LEFT
}
