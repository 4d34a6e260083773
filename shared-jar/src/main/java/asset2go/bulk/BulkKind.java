package asset2go.bulk;

/** What is done with many assets. */
public enum BulkKind {
  /** Fields are changed. */
  EDIT,
  /** They are put somewhere else. */
  MOVE,
  /** They take the same step of their lives. */
  TRANSITION,
  /** They go into the trash. */
  TRASH,
  /** What an earlier run did is taken back. */
  UNDO,
  /** What an import did is taken back. */
  UNDO_IMPORT
}
