package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.page.Ref;
import asset2go.search.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Companies, categories, manufacturers or suppliers by name, of one batch. Those that are not there
 * are made, where the run may do so.
 */
final class Names {

  private final Map<String, Ref> byKey = new HashMap<>();

  private Names() {}

  /** Looks up all names at once. */
  static Names resolve(
      Transaction tx, Scope scope, Memory memory, String label, Collection<String> names) {
    Names found = new Names();
    // Sorted, so that two imports that make the same names wait for, and never block, each other.
    Map<String, String> wanted = new TreeMap<>();
    names.forEach(name -> wanted.putIfAbsent(Folding.fold(name), name));
    if (wanted.isEmpty()) {
      return found;
    }
    found.byKey.putAll(memory.recall(label, Ref.class, wanted.keySet()));
    wanted.keySet().removeAll(found.byKey.keySet());
    if (wanted.isEmpty()) {
      return found;
    }
    found.add(
        tx.rows(
            """
            UNWIND $keys AS key
            MATCH (n:%s {nameKey: key})
            RETURN key, n.id AS id, n.name AS name
            """
                .formatted(label),
            map("keys", List.copyOf(wanted.keySet()))));
    wanted.keySet().removeAll(found.byKey.keySet());
    if (!wanted.isEmpty() && scope.createMissing()) {
      found.create(tx, scope, label, wanted);
    }
    memory.learn(tx, label, found.byKey);
    return found;
  }

  private void create(Transaction tx, Scope scope, String label, Map<String, String> wanted) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    wanted.forEach((key, name) -> rows.add(map("key", key, "name", name, "id", Ids.next())));
    if (!scope.write()) {
      wanted.forEach((key, name) -> byKey.put(key, new Ref(Ids.next(), name)));
      return;
    }
    add(
        tx.rows(
            """
            UNWIND $rows AS row
            MERGE (n:%s {nameKey: row.key})
            ON CREATE SET n.id = row.id, n.name = row.name, n.version = 1, n.createdAt = $now
            RETURN row.key AS key, n.id AS id, n.name AS name
            """
                .formatted(label),
            map("rows", rows, "now", scope.now())));
  }

  private void add(List<Record> rows) {
    for (Record row : rows) {
      byKey.put(
          row.get("key").asString(), new Ref(row.get("id").asString(), row.get("name").asString()));
    }
  }

  @Nullable Ref get(@Nullable String name) {
    return name == null ? null : byKey.get(Folding.fold(name));
  }
}
