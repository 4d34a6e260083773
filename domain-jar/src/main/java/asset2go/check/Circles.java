package asset2go.check;

import asset2go.check.Soundness.Finding;
import asset2go.graph.Transaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Record;

/**
 * Looks for things that need each other in a circle, as far as some assets lead. Dependencies may
 * fork and meet again at any depth, so paths are too many to follow: whatever is needed is read
 * once, and taken away where it needs nothing that is left.
 */
final class Circles {

  /** The most dependencies that are read for one stretch. */
  private static final int MOST = 200_000;

  private Circles() {}

  static List<Finding> from(Transaction tx, List<String> ids) {
    Map<String, List<String>> neededBy = new HashMap<>();
    Map<String, Integer> open = new HashMap<>();
    Set<String> met = new HashSet<>(ids);
    List<String> frontier = ids;
    int read = 0;
    while (!frontier.isEmpty() && read < MOST) {
      List<String> next = new ArrayList<>();
      for (Record row :
          tx.rows(
              "UNWIND $ids AS id MATCH (:Asset {id: id})-[:DEPENDS_ON]->(b) RETURN id, b.id AS b",
              Map.of("ids", frontier))) {
        String asset = row.get("id").asString();
        String needed = row.get("b").asString();
        neededBy.computeIfAbsent(needed, key -> new ArrayList<>()).add(asset);
        open.merge(asset, 1, Integer::sum);
        read++;
        if (met.add(needed)) {
          next.add(needed);
        }
      }
      frontier = next;
    }
    return left(neededBy, open, met).stream()
        .map(id -> new Finding("NO_CIRCLE", "Asset", id, "needs itself, through others"))
        .toList();
  }

  /** What is in a circle or behind one, once all that ends has been taken away. */
  private static List<String> left(
      Map<String, List<String>> neededBy, Map<String, Integer> open, Set<String> met) {
    Deque<String> free = new ArrayDeque<>(met);
    free.removeIf(open::containsKey);
    while (!free.isEmpty()) {
      for (String asset : neededBy.getOrDefault(free.remove(), List.of())) {
        if (open.merge(asset, -1, Integer::sum) == 0) {
          open.remove(asset);
          free.add(asset);
        }
      }
    }
    return open.keySet().stream().sorted().toList();
  }
}
