package asset2go.catalogue;

import static asset2go.graph.Parameters.map;

import asset2go.cache.Cache;
import asset2go.graph.Batches;
import asset2go.graph.Graph;
import asset2go.graph.GraphReady;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Suppliers were once a text on each asset: what is left of these becomes suppliers of the
 * catalogue. A migration could not fold their names, and an instance of the version before may
 * still write such texts while this one starts. Several instances may do it at once.
 */
@ApplicationScoped
class WrittenSuppliers {

  private static final int BATCH = 2000;

  private @Inject Graph graph;

  void adopt(@Observes GraphReady ready) {
    for (String label : List.of("Asset", "TrashedAsset")) {
      Batches.of(graph, BATCH, () -> false).each(tx -> adopt(tx, label));
    }
  }

  private static int adopt(Transaction tx, String label) {
    Map<String, String> ids = new TreeMap<>();
    tx.rows(
            """
            MATCH (a:%s) WHERE a.supplier IS NOT NULL
            RETURN a.id AS id, a.supplier AS name LIMIT $batch
            """
                .formatted(label),
            Map.of("batch", BATCH))
        .forEach(row -> ids.put(row.get("id").asString(), row.get("name").asString()));
    // Sorted by key, so that two instances wait for, and never block, each other.
    Map<String, String> names = new TreeMap<>();
    ids.values().forEach(name -> names.putIfAbsent(Folding.fold(name), name.strip()));
    tx.run(
        """
        UNWIND $rows AS row
        MERGE (n:Supplier {nameKey: row.key})
        ON CREATE SET n.id = row.id, n.name = row.name, n.version = 1, n.createdAt = $now
        """,
        map(
            "rows",
            names.entrySet().stream()
                .map(e -> Map.of("key", e.getKey(), "name", e.getValue(), "id", Ids.next()))
                .toList(),
            "now",
            Instant.now()));
    tx.touch(Cache.EVERYTHING);
    tx.run(
        """
        UNWIND $rows AS row
        MATCH (a:%s {id: row.asset})
        MATCH (n:Supplier {nameKey: row.key})
        SET a.supplierId = n.id
        REMOVE a.supplier
        """
            .formatted(label),
        map(
            "rows",
            ids.entrySet().stream()
                .map(e -> Map.of("asset", e.getKey(), "key", Folding.fold(e.getValue())))
                .toList()));
    return ids.size();
  }
}
