package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.bulk.Difference;
import asset2go.graph.Transaction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notes on the edges of an import which locations and kits it made and changed, to take it back.
 */
final class WayBack {

  private WayBack() {}

  /** Those that are new. */
  static void made(Transaction tx, Scope scope, String label, List<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    tx.run(
        """
        MATCH (r:ImportRun {id: $runId})
        UNWIND $ids AS id
        MATCH (x:%s {id: id})
        CREATE (r)-[:CREATED {version: x.version}]->(x)
        """
            .formatted(label),
        map("runId", scope.runId(), "ids", ids));
  }

  /** One that was there, as {@link #changed} wants it. */
  static Map<String, @Nullable Object> change(
      String id, Difference difference, int depth, boolean moved) {
    return map(
        "id", id,
        "before", difference.before().toString(),
        "after", difference.after().toString(),
        "depth", depth,
        "moved", moved);
  }

  /**
   * Those that were there, and those that this import has made before.
   *
   * @param rows each with its last event written
   */
  static void changed(
      Transaction tx, Scope scope, String label, List<Map<String, @Nullable Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    tx.run(
        """
        MATCH (r:ImportRun {id: $runId})
        UNWIND $rows AS row
        MATCH (x:%s {id: row.id})
        CREATE (r)-[:UPDATED {seq: x.eventSeq, at: $now, depth: row.depth, moved: row.moved,
                              before: row.before, after: row.after}]->(x)
        WITH r, x
        MATCH (r)-[made:CREATED]->(x)
        SET made.version = x.version
        """
            .formatted(label),
        map("runId", scope.runId(), "rows", rows, "now", scope.now()));
  }
}
