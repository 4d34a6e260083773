package asset2go.graph;

import java.util.Map;

/**
 * Serialises changes to one tree. Neo4j reads what is committed: two changes that each look for a
 * cycle first could both find none and make one together. Whoever changes structure writes this
 * node first, and reads the paths after that.
 */
public enum TreeLock {
  CONTAINMENT,
  LOCATION,
  CATEGORY,
  DEPENDENCY,
  KIT;

  /** The scope of trees that belong to no single company. */
  public static final String ALL_COMPANIES = "*";

  /** Waits for, and holds until the end of the transaction, the right to change this tree. */
  public void take(Transaction tx, String companyId) {
    tx.run(
        """
        MERGE (l:TreeLock {kind: $kind, companyId: $companyId})
        SET l.taken = coalesce(l.taken, 0) + 1
        """,
        Map.of("kind", name(), "companyId", companyId));
  }
}
