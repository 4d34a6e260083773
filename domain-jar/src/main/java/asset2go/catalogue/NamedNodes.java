package asset2go.catalogue;

import asset2go.cache.Touches;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.search.Folding;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * What the small records have in common: a label, an id, a name that is unique once folded, a
 * version, and lists by name.
 *
 * @param label of the nodes
 * @param what the word for one in messages
 * @param view Cypher expression over {@code n} that gives the map to read from
 * @param read makes the record from that map
 */
record NamedNodes<T>(String label, String what, String view, Function<Value, T> read) {

  Page<T> list(Transaction tx, @Nullable String q, Slice slice) {
    return list(tx, q, slice, "true", Map.of());
  }

  /**
   * A page of those of which a condition holds.
   *
   * @param condition Cypher over {@code n}
   * @param more its parameters
   */
  Page<T> list(
      Transaction tx,
      @Nullable String q,
      Slice slice,
      String condition,
      Map<String, @Nullable Object> more) {
    Map<String, @Nullable Object> parameters = slice.parameters("q", Folding.sought(q));
    parameters.putAll(more);
    List<Record> rows =
        tx.rows(
            """
            MATCH (n:%s)
            WHERE %s AND ($q IS NULL OR n.nameKey CONTAINS $q)
              AND ($key IS NULL OR n.nameKey > $key OR (n.nameKey = $key AND n.id > $id))
            WITH n ORDER BY n.nameKey, n.id LIMIT $limit
            RETURN n.nameKey AS key, n.id AS id, %s AS view
            """
                .formatted(label, condition, view),
            parameters);
    return slice.page(rows, row -> read.apply(row.get("view")));
  }

  T get(Transaction tx, String id) {
    return tx.one(
            "MATCH (n:%s {id: $id}) RETURN %s AS view".formatted(label, view), Map.of("id", id))
        .map(row -> read.apply(row.get("view")))
        .orElseThrow(() -> new DomainError.NotFound(what, id));
  }

  /** Locks the node for a change, and checks the version that the caller saw. */
  void lock(Transaction tx, String id, @Nullable Long expectedVersion) {
    Touches.changed(tx, label, id);
    Record row =
        tx.one(
                """
                MATCH (n:%s {id: $id})
                SET n.version = n.version + 1
                RETURN n.version - 1 AS version
                """
                    .formatted(label),
                Map.of("id", id))
            .orElseThrow(() -> new DomainError.NotFound(what, id));
    if (expectedVersion != null && row.get("version").asLong() != expectedVersion) {
      throw new DomainError.Stale(what);
    }
  }

  void requireExists(Transaction tx, String field, @Nullable String id) {
    if (id == null) {
      return;
    }
    if (tx.one("MATCH (n:%s {id: $id}) RETURN n.id".formatted(label), Map.of("id", id)).isEmpty()) {
      throw new DomainError.Invalid(field, Fault.UNKNOWN, "there is no " + what + " " + id);
    }
  }

  DomainError.Conflict taken(String name) {
    return new DomainError.Conflict(
        "name", Fault.TAKEN, "there is already a " + what + " with the name \"" + name + "\"");
  }
}
