package asset2go.stocktake;

/** What became of a proposed correction. */
public enum Review {
  /** Nobody has decided. */
  PROPOSED,
  /** To be written when the stock-take is closed. */
  ACCEPTED,
  /** Not to be written. */
  DISMISSED,
  /** Written. */
  DONE,
  /** Accepted, but the rules, or what has happened since, stood in the way. */
  REFUSED
}
