package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.csv.CsvRow;
import asset2go.graph.Transaction;
import asset2go.outbox.Outbox;
import asset2go.problem.DomainError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Moves a run along, each step within the transaction of what it counts. */
final class Progress {

  /** So many errors of a run are kept; all are counted. */
  private static final long MAX_ERRORS = 50_000;

  private Progress() {}

  /** Locks a run and reads it after that. */
  static Run lock(Transaction tx, String runId) {
    // Written first: what RETURN reads is read under the lock.
    return tx.one(
            """
            MATCH (r:ImportRun {id: $id})
            SET r.touchedAt = $now
            WITH r
            RETURN r{.*} AS run
            """,
            map("id", runId, "now", Instant.now()))
        .map(row -> Run.of(row.get("run")))
        .orElseThrow(() -> new DomainError.NotFound("import", runId));
  }

  /** Whether a run that writes was sent before this one and has not ended. */
  static boolean isBehindAnother(Transaction tx, String runId) {
    return tx.one(
            """
            MATCH (r:ImportRun {id: $id})
            MATCH (earlier:ImportRun)
            WHERE earlier.state IN $unfinished AND NOT earlier.dryRun
              AND (earlier.createdAt < r.createdAt
                OR (earlier.createdAt = r.createdAt AND earlier.id < r.id))
            RETURN earlier.id LIMIT 1
            """,
            map(
                "id",
                runId,
                "unfinished",
                List.of(ImportState.QUEUED.name(), ImportState.RUNNING.name())))
        .isPresent();
  }

  /** Begins, or takes up, a run; empty where it has ended, with which the job is done. */
  static Optional<Run> begin(Transaction tx, Outbox outbox, String jobId, String runId) {
    if (tx.one("MATCH (r:ImportRun {id: $id}) RETURN r.id", Map.of("id", runId)).isEmpty()
        || lock(tx, runId).finished()) {
      outbox.done(tx, jobId);
      return Optional.empty();
    }
    tx.run(
        """
        MATCH (r:ImportRun {id: $id})
        SET r.state = $state, r.startedAt = coalesce(r.startedAt, $now),
            r.wayBack = coalesce(r.wayBack, r.position = 0)
        """,
        map("id", runId, "state", ImportState.RUNNING, "now", Instant.now()));
    Run run = ImportRuns.one(tx, runId);
    if (run.dryRun() && run.position() > 0) {
      rehearseAgain(tx, runId);
    }
    return Optional.of(ImportRuns.one(tx, runId));
  }

  /** What a dry run has learnt of earlier rows is in memory only, so that it starts over. */
  private static void rehearseAgain(Transaction tx, String runId) {
    tx.run(
        """
        MATCH (r:ImportRun {id: $id})
        SET r.position = 0, r.aside = false, r.processed = 0, r.created = 0, r.updated = 0,
            r.unchanged = 0, r.failed = 0, r.errorCount = 0
        """,
        map("id", runId));
    tx.run("MATCH (e:ImportError {runId: $id}) DELETE e", map("id", runId));
  }

  static Run surveyed(Transaction tx, String runId, Survey survey) {
    Run run = lock(tx, runId);
    List<String> warnings = new ArrayList<>(run.warnings());
    if (survey.warning() != null && run.total() == null) {
      warnings.add(survey.warning());
    }
    tx.run(
        """
        MATCH (r:ImportRun {id: $id})
        SET r.total = $total, r.charset = $charset, r.settled = true, r.warnings = $warnings
        """,
        map(
            "id",
            runId,
            "total",
            survey.rows(),
            "charset",
            survey.dialect().charset().name(),
            "warnings",
            warnings));
    return ImportRuns.one(tx, runId);
  }

  /** Locks the run; whether it goes on and is still where it was read. */
  static boolean isAt(Transaction tx, Run from) {
    Run now = lock(tx, from.id());
    return now.state() == ImportState.RUNNING && now.position() == from.position() && !now.aside();
  }

  /** Counts a batch of the file. */
  static Run move(Transaction tx, Run from, Batch batch, Outcome outcome) {
    Run to = count(tx, from, outcome, batch.size());
    List<Map<String, @Nullable Object>> aside = new ArrayList<>();
    for (CsvRow row : batch.rows(outcome.aside)) {
      aside.add(map("runId", from.id(), "line", row.line(), "cells", row.cells()));
    }
    if (!aside.isEmpty()) {
      tx.run("UNWIND $rows AS row CREATE (s:ImportAside) SET s = row", map("rows", aside));
    }
    return to;
  }

  private static Run count(Transaction tx, Run run, Outcome outcome, int read) {
    writeErrors(tx, run, outcome);
    return tx.one(
            """
                MATCH (r:ImportRun {id: $id})
                SET r.position = r.position + $read, r.processed = r.processed + $processed, r.created = r.created + $created,
                r.updated = r.updated + $updated, r.unchanged = r.unchanged + $unchanged,
                r.failed = r.failed + $failed, r.errorCount = r.errorCount + $errors
            WITH r
            RETURN r{.*} AS run
            """,
            map(
                "id",
                run.id(),
                "read",
                read,
                "processed",
                outcome.processed(),
                "created",
                outcome.created,
                "updated",
                outcome.updated,
                "unchanged",
                outcome.unchanged,
                "failed",
                outcome.failed,
                "errors",
                outcome.errors.size()))
        .map(row -> Run.of(row.get("run")))
        .orElseThrow();
  }

  private static void writeErrors(Transaction tx, Run run, Outcome outcome) {
    List<Map<String, @Nullable Object>> errors = new ArrayList<>();
    long seq = run.errorCount();
    outcome.errors.sort(Comparator.comparingLong(ImportError::line));
    for (ImportError error : outcome.errors) {
      if (++seq > MAX_ERRORS) {
        break;
      }
      errors.add(
          map(
              "runId", run.id(),
              "seq", seq,
              "line", error.line(),
              "column", error.column(),
              "value", error.value(),
              "reason", error.reason()));
    }
    if (!errors.isEmpty()) {
      tx.run("UNWIND $rows AS row CREATE (e:ImportError) SET e = row", map("rows", errors));
    }
  }

  /** Notes that only rows that were set aside are left; false where the run is elsewhere. */
  static boolean fileRead(Transaction tx, Run end) {
    boolean here = isAt(tx, end);
    if (here) {
      tx.run("MATCH (r:ImportRun {id: $id}) SET r.aside = true", map("id", end.id()));
    }
    return here;
  }

  /** Rows that were set aside, in the order of the file. */
  static List<CsvRow> waiting(Transaction tx, String runId, long after, int most) {
    return tx.list(
        """
        MATCH (s:ImportAside {runId: $id})
        WHERE s.line > $after
        RETURN s.line AS line, s.cells AS cells
        ORDER BY s.line
        LIMIT $most
        """,
        map("id", runId, "after", after, "most", most),
        row ->
            new CsvRow(row.get("line").asLong(), row.get("cells").asList(Value::asString), -1, 0));
  }

  /** Whether nobody else has settled some of these rows meanwhile. */
  static boolean stillWaiting(Transaction tx, Run run, List<CsvRow> rows) {
    List<Long> lines = rows.stream().map(CsvRow::line).toList();
    return tx.one(
            """
            MATCH (s:ImportAside {runId: $id})
            WHERE s.line IN $lines
            RETURN count(s) AS count
            """,
            map("id", run.id(), "lines", lines))
        .map(row -> row.get("count").asLong() == lines.size())
        .orElse(false);
  }

  /** Counts rows that had been set aside and are so no longer. */
  static Outcome settle(Transaction tx, Run run, Batch batch, Outcome outcome) {
    count(tx, run, outcome, 0);
    List<Long> settled = new ArrayList<>(batch.lines());
    settled.removeAll(outcome.aside);
    tx.run(
        "UNWIND $lines AS line MATCH (s:ImportAside {runId: $id, line: line}) DELETE s",
        map("id", run.id(), "lines", settled));
    return outcome;
  }

  static Run complete(Transaction tx, Outbox outbox, String jobId, String runId) {
    Run run = lock(tx, runId);
    if (!run.finished()) {
      end(tx, runId, ImportState.COMPLETED, null);
    } else {
      tx.run("MATCH (s:ImportAside {runId: $id}) DELETE s", map("id", runId));
    }
    outbox.done(tx, jobId);
    return run;
  }

  static Run fail(Transaction tx, Outbox outbox, String jobId, String runId, String message) {
    Run run = lock(tx, runId);
    if (!run.finished()) {
      end(tx, runId, ImportState.FAILED, message);
    }
    tx.run("MATCH (s:ImportAside {runId: $id}) DELETE s", map("id", runId));
    outbox.done(tx, jobId);
    return run;
  }

  private static void end(
      Transaction tx, String runId, ImportState state, @Nullable String message) {
    tx.run(
        """
        MATCH (r:ImportRun {id: $id})
        SET r.state = $state, r.message = $message, r.finishedAt = $now
        """,
        map("id", runId, "state", state, "message", message, "now", Instant.now()));
  }
}
