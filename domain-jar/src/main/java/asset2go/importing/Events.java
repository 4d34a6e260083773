package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the events of a batch. */
final class Events {

  private Events() {}

  /** Hangs events on their subjects and on the events before them, which may be among them. */
  static void write(Transaction tx, String label, List<Map<String, @Nullable Object>> events) {
    if (events.isEmpty()) {
      return;
    }
    tx.run(
        """
        UNWIND $rows AS row
        MATCH (s:%s {id: row.subjectId})
        CREATE (e:Event)
        SET e = row
        CREATE (e)-[:OF]->(s)
        """
            .formatted(label),
        map("rows", events));
    tx.run(
        """
        UNWIND $rows AS row
        MATCH (e:Event {subjectId: row.subjectId, seq: row.seq}),
              (p:Event {subjectId: row.subjectId, seq: row.seq - 1})
        CREATE (e)-[:PREVIOUS]->(p)
        """,
        map(
            "rows",
            events.stream()
                .map(event -> map("subjectId", event.get("subjectId"), "seq", event.get("seq")))
                .toList()));
  }
}
