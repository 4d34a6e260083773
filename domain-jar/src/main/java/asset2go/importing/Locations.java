package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** The locations that the rows of a batch name: those in the graph, and those that rows make. */
final class Locations {

  private static final String VIEW =
      "RETURN l{.*, parentId: [(l)-[:WITHIN]->(p) | p.id][0]} AS location";

  private final Map<String, LocationState> byId = new HashMap<>();
  private final Map<String, List<LocationState>> byCode = new HashMap<>();

  static Locations read(Transaction tx, Collection<String> codes) {
    Locations found = new Locations();
    found.add(tx, "UNWIND $values AS value\nMATCH (l:Location {code: value})\n", codes);
    Set<String> missing = new LinkedHashSet<>();
    do {
      missing.clear();
      for (LocationState location : found.byId.values()) {
        String parent = location.fields.parentId();
        if (parent != null && !found.byId.containsKey(parent)) {
          missing.add(parent);
        }
      }
      found.add(tx, "UNWIND $values AS value\nMATCH (l:Location {id: value})\n", missing);
    } while (!missing.isEmpty());
    for (LocationState location : found.byId.values()) {
      String parent = location.fields.parentId();
      location.parent = parent == null ? null : found.byId.get(parent);
    }
    return found;
  }

  private void add(Transaction tx, String match, Collection<String> values) {
    if (values.isEmpty()) {
      return;
    }
    for (Record row : tx.rows(match + VIEW, map("values", new HashSet<>(values)))) {
      LocationState location = new LocationState(row.get("location"));
      if (!byId.containsKey(location.id)) {
        add(location);
      }
    }
  }

  void add(LocationState location) {
    byId.put(location.id, location);
    byCode.computeIfAbsent(location.code, k -> new ArrayList<>()).add(location);
  }

  @Nullable LocationState find(String code, String companyId) {
    return byCode.getOrDefault(code, List.of()).stream()
        .filter(location -> location.companyId.equals(companyId))
        .findFirst()
        .orElse(null);
  }

  /** How many places it stood within before the rows. */
  int depthBefore(LocationState location) {
    int depth = 0;
    String parent = location.before.parentId();
    while (parent != null) {
      depth++;
      LocationState above = byId.get(parent);
      parent = above == null ? null : above.before.parentId();
    }
    return depth;
  }

  Collection<LocationState> all() {
    return byId.values();
  }
}
