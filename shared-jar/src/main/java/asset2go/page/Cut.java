package asset2go.page;

/** Why an answer that walks the graph is not the whole one. */
public enum Cut {
  /** It goes on further than was followed. */
  DEPTH,
  /** There is more than was looked at. */
  SIZE,
  /** It took too long. */
  TIME
}
