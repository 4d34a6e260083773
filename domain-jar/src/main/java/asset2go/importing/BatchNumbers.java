package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.page.Ref;
import asset2go.search.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Batches by their number, of some rows: that of the supplier whom a row names. A row that names
 * none means a batch without a supplier, else the only one with that number. Those that are not
 * there are made, where the run may do so.
 */
final class BatchNumbers {

  private final Names suppliers;
  private final Map<String, String> byKey = new HashMap<>();

  private BatchNumbers(Names suppliers) {
    this.suppliers = suppliers;
  }

  static BatchNumbers resolve(Transaction tx, Scope scope, Names suppliers, List<AssetRow> rows) {
    BatchNumbers found = new BatchNumbers(suppliers);
    // Sorted, so that two imports that make the same ones wait for, and never block, each other.
    Map<String, Map<String, @Nullable Object>> wanted = new TreeMap<>();
    for (AssetRow row : rows) {
      if (row.batch() != null) {
        wanted.putIfAbsent(found.key(row), found.wanted(row, row.batch()));
      }
    }
    if (wanted.isEmpty()) {
      return found;
    }
    found.find(tx, wanted);
    List<Map<String, @Nullable Object>> missing = new ArrayList<>(wanted.values());
    missing.removeIf(row -> found.byKey.containsKey(row.get("key")));
    if (!missing.isEmpty() && scope.createMissing()) {
      found.create(tx, scope, missing);
    }
    return found;
  }

  private Map<String, @Nullable Object> wanted(AssetRow row, String number) {
    return map(
        "key", key(row),
        "id", Ids.next(),
        "name", number,
        "nameKey", Folding.fold(number),
        "supplierId", supplierId(row));
  }

  private String supplierId(AssetRow row) {
    Ref supplier = suppliers.get(row.purchase().supplier());
    return supplier == null ? "" : supplier.id();
  }

  private String key(AssetRow row) {
    return supplierId(row) + '\n' + Folding.fold(String.valueOf(row.batch()));
  }

  private void find(Transaction tx, Map<String, Map<String, @Nullable Object>> wanted) {
    tx.rows(
            """
            UNWIND $rows AS row
            MATCH (b:Batch {nameKey: row.nameKey})
            WITH row, collect(b) AS found
            WITH row, [b IN found WHERE b.supplierId = row.supplierId] AS own, found
            WITH row, CASE WHEN size(own) = 1 THEN own[0]
                           WHEN row.supplierId = '' AND size(found) = 1 THEN found[0] END AS b
            WHERE b IS NOT NULL
            RETURN row.key AS key, b.id AS id
            """,
            map("rows", List.copyOf(wanted.values())))
        .forEach(row -> byKey.put(row.get("key").asString(), row.get("id").asString()));
  }

  private void create(Transaction tx, Scope scope, List<Map<String, @Nullable Object>> missing) {
    if (!scope.write()) {
      missing.forEach(
          row -> byKey.put(String.valueOf(row.get("key")), String.valueOf(row.get("id"))));
      return;
    }
    tx.rows(
            """
            UNWIND $rows AS row
            MERGE (b:Batch {supplierId: row.supplierId, nameKey: row.nameKey})
            ON CREATE SET b.id = row.id, b.name = row.name, b.version = 1, b.createdAt = $now
            RETURN row.key AS key, b.id AS id
            """,
            map("rows", missing, "now", scope.now()))
        .forEach(row -> byKey.put(row.get("key").asString(), row.get("id").asString()));
    tx.run(
        """
        UNWIND $rows AS row
        MATCH (b:Batch {id: row.id}), (s:Supplier {id: row.supplierId})
        MERGE (b)-[:SUPPLIED_BY]->(s)
        """,
        map("rows", missing));
  }

  /** Id of the batch that a row names; null where it is not there and may not be made. */
  @Nullable String id(AssetRow row) {
    return byKey.get(key(row));
  }
}
