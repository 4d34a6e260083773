package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.files.Files;
import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.outbox.JobKind;
import asset2go.outbox.Lane;
import asset2go.task.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Removes the files of imports that ended long ago; what the runs did and what was wrong stays. A
 * file may serve two runs, the trial and the real one: it goes with the last of them.
 */
@ApplicationScoped
public class OldFiles implements Task {

  @Produces
  public static final JobKind KIND =
      JobKind.task("old-import-files", Lane.BULK, Duration.ofMinutes(10));

  /** So long a trial may be run for real, and a file be asked for by who has to find a fault. */
  static final Duration KEPT = Duration.ofDays(30);

  private static final int MOST = 1_000;

  private @Inject Graph graph;
  private @Inject Files files;

  @Override
  public JobKind kind() {
    return KIND;
  }

  @Override
  public String run(BooleanSupplier stop) {
    int removed = 0;
    for (String object : old(Instant.now().minus(KEPT))) {
      if (stop.getAsBoolean()) {
        break;
      }
      // First the mark: a trial that somebody runs for real now is refused, and loses no file.
      graph.write(
          tx -> {
            tx.run(
                "MATCH (r:ImportRun {object: $object}) SET r.fileRemovedAt = $now",
                map("object", object, "now", Instant.now()));
            return object;
          });
      files.delete(object);
      graph.write(
          tx -> {
            tx.run(
                "MATCH (r:ImportRun {object: $object}) SET r.fileGone = true",
                map("object", object));
            return object;
          });
      removed++;
    }
    return removed + " file(s) removed, " + forget(stop) + " way(s) back forgotten";
  }

  /** What an import changed can be taken back for a time; then it is nobody's business any more. */
  private int forget(BooleanSupplier stop) {
    int forgotten = 0;
    for (String id : beyondUndoing(Instant.now().minus(Run.UNDOABLE))) {
      long left = MOST;
      while (left == MOST && !stop.getAsBoolean()) {
        left = graph.write(tx -> forget(tx, id));
      }
      forgotten++;
    }
    return forgotten;
  }

  private static long forget(Transaction tx, String runId) {
    long found =
        tx.one(
                """
                MATCH (:ImportRun {id: $id})-[u:UPDATED|LINKED]->()
                WHERE u.after IS NOT NULL
                WITH u LIMIT $most
                REMOVE u.before, u.after
                RETURN count(u) AS found
                """,
                map("id", runId, "most", MOST))
            .map(row -> row.get("found").asLong())
            .orElse(0L);
    if (found < MOST) {
      tx.run("MATCH (r:ImportRun {id: $id}) SET r.forgotten = true", map("id", runId));
    }
    return found;
  }

  private List<String> beyondUndoing(Instant before) {
    return graph.read(
        tx ->
            tx.list(
                """
                MATCH (r:ImportRun)
                WHERE r.finishedAt < $before AND r.forgotten IS NULL
                  AND (r.updated > 0 OR r.kind = 'DEPENDENCIES' AND r.created > 0)
                RETURN r.id AS id LIMIT $most
                """,
                map("before", before, "most", MOST),
                row -> row.get("id").asString()));
  }

  private List<String> old(Instant before) {
    return graph.read(
        tx ->
            tx.list(
                """
                MATCH (r:ImportRun)
                WHERE NOT coalesce(r.fileGone, false)
                WITH r.object AS object, max(coalesce(r.finishedAt, $now)) AS last
                WHERE last < $before
                RETURN object LIMIT $most
                """,
                map("before", before, "now", Instant.now(), "most", MOST),
                row -> row.get("object").asString()));
  }
}
