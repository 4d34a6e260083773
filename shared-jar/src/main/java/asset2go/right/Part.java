package asset2go.right;

/**
 * A part of the equipment that a right is over: everything at a location and below it, of a
 * category and below it, or of a company.
 */
public record Part(Kind kind, String id, String name) {

  /** What the part is cut out by. */
  public enum Kind {
    LOCATION,
    CATEGORY,
    COMPANY
  }
}
