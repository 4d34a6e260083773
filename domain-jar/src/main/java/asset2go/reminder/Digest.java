package asset2go.reminder;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is open, in figures. */
record Digest(long overdue, long warranties, long failedImports) {

  private static final Duration LATELY = Duration.ofDays(1);

  static Digest of(Transaction tx, LocalDate today, Instant now) {
    return new Digest(
        count(tx, "MATCH (a:Asset) WHERE a.due < $today RETURN count(a) AS n", map("today", today)),
        count(
            tx,
            """
            MATCH (a:Asset)
            WHERE a.warrantyUntil >= $today AND a.warrantyUntil <= $soon
            RETURN count(a) AS n
            """,
            map("today", today, "soon", today.plusDays(WarrantyEnding.SOON_DAYS))),
        count(
            tx,
            """
            MATCH (r:ImportRun {state: 'FAILED'})
            WHERE r.finishedAt > $since
            RETURN count(r) AS n
            """,
            map("since", now.minus(LATELY))));
  }

  private static long count(Transaction tx, String cypher, Map<String, ?> parameters) {
    return tx.one(cypher, parameters).map(row -> row.get("n").asLong()).orElse(0L);
  }

  boolean isEmpty() {
    return overdue + warranties + failedImports == 0;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    add(lines, overdue, "asset(s) should be back and are not");
    add(lines, warranties, "warranty(s) end within " + WarrantyEnding.SOON_DAYS + " days");
    add(lines, failedImports, "import(s) failed since yesterday");
    return lines;
  }

  private static void add(List<String> lines, long count, String what) {
    if (count > 0) {
      lines.add(count + " " + what);
    }
  }
}
