package asset2go.reminder;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.mail.Letters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is open, in figures. */
record Digest(
    long overdue, long dueSoon, long work, long warranties, long failedImports, long failedJobs) {

  private static final Duration LATELY = Duration.ofDays(1);
  private static final int WEEK = 7;

  static Digest of(Transaction tx, LocalDate today, Instant now) {
    return new Digest(
        count(tx, "MATCH (a:Asset) WHERE a.due < $today RETURN count(a) AS n", map("today", today)),
        count(
            tx,
            "MATCH (a:Asset) WHERE a.due >= $today AND a.due <= $soon RETURN count(a) AS n",
            map("today", today, "soon", today.plusDays(WEEK))),
        count(
            tx,
            "MATCH (w:WorkOrder) WHERE w.active = true AND w.due < $today RETURN count(w) AS n",
            map("today", today)),
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
            map("since", now.minus(LATELY))),
        // One that succeeded later has left the outbox; of a task, the last failure counts.
        count(
                tx,
                "MATCH (o:Outbox) WHERE o.failedAt > $since RETURN count(o) AS n",
                map("since", now.minus(LATELY)))
            + count(
                tx,
                "MATCH (s:JobSchedule) WHERE s.lastFailedAt > $since RETURN count(s) AS n",
                map("since", now.minus(LATELY))));
  }

  private static long count(Transaction tx, String cypher, Map<String, ?> parameters) {
    return tx.one(cypher, parameters).map(row -> row.get("n").asLong()).orElse(0L);
  }

  /** Whether there is nothing to tell: what is due soon alone is no reason for a letter. */
  boolean isEmpty() {
    return overdue + work + warranties + failedImports + failedJobs == 0;
  }

  List<String> lines(Letters letters) {
    List<String> lines = new ArrayList<>();
    add(lines, letters, "digest.overdue", overdue);
    add(lines, letters, "digest.due-soon", dueSoon);
    add(lines, letters, "digest.work", work);
    add(lines, letters, "digest.warranties", warranties);
    add(lines, letters, "digest.failed-imports", failedImports);
    add(lines, letters, "digest.failed-jobs", failedJobs);
    return lines;
  }

  private static void add(List<String> lines, Letters letters, String key, long count) {
    if (count > 0) {
      lines.add(letters.text(key, count));
    }
  }
}
