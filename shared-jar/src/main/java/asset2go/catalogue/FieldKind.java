package asset2go.catalogue;

/** What a custom field holds. */
public enum FieldKind {
  /** Up to 2,000 characters, perhaps of a pattern. */
  TEXT,
  /** A number of up to 15 digits, perhaps in a unit. */
  NUMBER,
  /** A calendar date. */
  DATE,
  /** One of a list of words. */
  CHOICE,
  /** Yes or no. */
  BOOLEAN,
  /** An address that begins with http:// or https://. */
  LINK
}
