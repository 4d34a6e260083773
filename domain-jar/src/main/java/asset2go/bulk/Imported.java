package asset2go.bulk;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** What an import has noted of what it made and changed, on its edges. */
final class Imported {

  /**
   * A change.
   *
   * @param at when it was made; null where that was not kept
   */
  record Change(Difference difference, @Nullable Instant at) {}

  private Imported() {}

  static DomainError.Conflict changedSince() {
    return new DomainError.Conflict(
        "", Fault.CHANGED, "somebody has changed this since: it stays as it is");
  }

  /** The version that the import left of what it made, where it is still that. */
  static @Nullable Long version(Transaction tx, String label, String importId, String id) {
    return tx.one(
            """
            MATCH (x:%s {id: $id})<-[c:CREATED]-(r:ImportRun {id: $import})
            WHERE x.version = coalesce(c.version, 1)
            RETURN x.version AS version
            """
                .formatted(label),
            map("id", id, "import", importId))
        .map(row -> row.get("version").asLong())
        .orElse(null);
  }

  /** Whether it is there at all. */
  static boolean isThere(Transaction tx, String label, String id) {
    return tx.one("MATCH (x:%s {id: $id}) RETURN x.id".formatted(label), map("id", id)).isPresent();
  }

  /**
   * What the import changed.
   *
   * @param seq number of its event
   * @throws DomainError.NotFound where what it changed is gone
   */
  static Change change(Transaction tx, String label, String importId, String id, long seq) {
    Value change =
        tx.one(
                """
                MATCH (x:%s {id: $id})<-[u:UPDATED]-(r:ImportRun {id: $import})
                WHERE coalesce(u.seq, 0) = $seq
                RETURN u{.before, .after, .at} AS change
                """
                    .formatted(label),
                map("id", id, "import", importId, "seq", seq))
            .orElseThrow(() -> new DomainError.NotFound(label.toLowerCase(Locale.ROOT), id))
            .get("change");
    return new Change(
        new Difference(said(change, "before"), said(change, "after")),
        Values.instantOrNull(change.get("at")));
  }

  /** What was kept as JSON. */
  static JsonObject said(Value item, String property) {
    JsonObject said = RunView.json(item.get(property));
    if (said == null) {
      throw new DomainError.Conflict(
          "", Fault.INVALID, "what it was before was not kept: it stays as it is");
    }
    return said;
  }
}
