package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;

/** An event of something that an import changes beside the rows that it counts. */
final class Trail {

  private Trail() {}

  /** Appends it to a locked subject. */
  static void append(
      Transaction tx, Scope scope, String label, String id, String kind, List<Change> changes) {
    Record last =
        tx.one(
                "MATCH (s:%s {id: $id}) RETURN s.eventSeq AS seq, s.eventHash AS hash"
                    .formatted(label),
                Map.of("id", id))
            .orElseThrow();
    Chain chain = new Chain(id, last.get("seq").asLong(0), Values.text(last.get("hash")));
    chain.append(scope, kind, changes);
    tx.run(
        "MATCH (s:%s {id: $id}) SET s.eventSeq = $seq, s.eventHash = $hash".formatted(label),
        map("id", id, "seq", chain.seq(), "hash", chain.hash()));
    Events.write(tx, label, chain.events());
  }
}
