package asset2go.asset;

/**
 * The physical state of an asset, kept apart from its status: a worn thing may well be available.
 */
public enum Condition {
  NEW,
  GOOD,
  FAIR,
  POOR,
  UNUSABLE
}
