package asset2go.identity;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.problem.DomainError;
import java.time.Instant;
import java.util.Map;

/** There is always somebody who can let others in. */
final class Administrators {

  private Administrators() {}

  /** Makes changes to the circle of administrators wait for each other. */
  static void lock(Transaction tx, Instant now) {
    tx.run(
        "MERGE (l:TreeLock {kind: 'administrators', companyId: ''}) SET l.at = $now",
        map("now", now));
  }

  /** How many can sign in. */
  static long count(Transaction tx) {
    return tx.one(
            """
            MATCH (u:User)
            WHERE 'ADMIN' IN u.roles AND NOT coalesce(u.disabled, false)
              AND u.passwordHash IS NOT NULL
            RETURN count(u) AS n
            """,
            Map.of())
        .orElseThrow()
        .get("n")
        .asLong();
  }

  /** Refuses what left nobody; called after the change, in its transaction. */
  static void requireOne(Transaction tx) {
    if (count(tx) == 0) {
      throw new DomainError.Conflict("This is the last administrator who can sign in.");
    }
  }
}
