package asset2go.kit;

import static asset2go.graph.Parameters.map;

import asset2go.csv.CsvFile;
import asset2go.graph.Graph;
import asset2go.graph.Keyset;
import asset2go.graph.Transaction;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Kits as a file, in the columns that an import reads: a row for each thing that fits a slot. What
 * stands within others comes before them, so that an import finds it.
 */
@ApplicationScoped
public class KitCsv {

  private static final int PIECE = 200;

  private static final List<String> COLUMNS =
      List.of("kit", "slot", "nth", "quantity", "accepts", "kind", "manufacturer", "description");

  private @Inject Graph graph;

  /**
   * Writes all that match.
   *
   * @param q part of the name
   */
  public void write(@Nullable String q, OutputStream out) throws IOException {
    CsvFile file = new CsvFile(out);
    file.row(COLUMNS);
    for (int height = 0; height < KitSlots.DEEPEST; height++) {
      level(q, height, file);
    }
    file.end();
  }

  /** Those with so many levels of kits within them. */
  private void level(@Nullable String q, int height, CsvFile file) throws IOException {
    Keyset after = null;
    do {
      Keyset from = after;
      List<Record> rows = graph.read(tx -> piece(tx, q, height, from));
      Map<String, String> makers = graph.read(tx -> makers(tx, rows));
      for (Record row : rows) {
        write(KitView.of(row), makers, file);
      }
      after =
          rows.size() < PIECE
              ? null
              : new Keyset(
                  rows.get(PIECE - 1).get("key").asString(),
                  rows.get(PIECE - 1).get("id").asString());
    } while (after != null);
  }

  private static List<Record> piece(
      Transaction tx, @Nullable String q, int height, @Nullable Keyset after) {
    return tx.rows(
        """
        MATCH (k:Kit)
        WHERE ($q IS NULL OR k.nameKey CONTAINS $q)
          AND ($key IS NULL OR k.nameKey > $key OR (k.nameKey = $key AND k.id > $id))
          AND EXISTS { (k)-[:NEEDS|ACCEPTS*%1$d..%1$d]->(:Kit) }
          AND NOT EXISTS { (k)-[:NEEDS|ACCEPTS*%2$d..%2$d]->(:Kit) }
        WITH k ORDER BY k.nameKey, k.id LIMIT $limit
        RETURN k.nameKey AS key, k.id AS id, %3$s
        """
            .formatted(2 * height, 2 * height + 2, KitView.COLUMNS),
        map(
            "q",
            Folding.sought(q),
            "key",
            after == null ? null : after.key(),
            "id",
            after == null ? null : after.id(),
            "limit",
            PIECE));
  }

  /** Who makes the models, by their ids: a name alone may be that of several. */
  private static Map<String, String> makers(Transaction tx, List<Record> rows) {
    List<String> models =
        rows.stream()
            .flatMap(row -> KitView.of(row).slots().stream())
            .flatMap(slot -> slot.accepts().stream())
            .filter(one -> one.kind() == Kit.Kind.MODEL)
            .map(one -> one.what().id())
            .distinct()
            .toList();
    Map<String, String> makers = new HashMap<>();
    tx.rows(
            """
            MATCH (m:AssetModel)-[:MADE_BY]->(f:Manufacturer)
            WHERE m.id IN $models
            RETURN m.id AS id, f.name AS maker
            """,
            map("models", models))
        .forEach(row -> makers.put(row.get("id").asString(), row.get("maker").asString()));
    return makers;
  }

  private static void write(Kit kit, Map<String, String> makers, CsvFile file) throws IOException {
    Map<String, Integer> sameName = new HashMap<>();
    String description = kit.description();
    for (Kit.Slot slot : kit.slots()) {
      int nth = sameName.merge(Folding.fold(slot.name()), 1, Integer::sum);
      for (Kit.Accepted accepted : slot.accepts()) {
        file.row(
            new ArrayList<>(
                Arrays.<@Nullable String>asList(
                    kit.name(),
                    slot.name(),
                    nth == 1 ? null : String.valueOf(nth),
                    String.valueOf(slot.quantity()),
                    accepted.what().name(),
                    accepted.kind().name().toLowerCase(java.util.Locale.ROOT),
                    makers.get(accepted.what().id()),
                    description)));
        description = null;
      }
    }
  }
}
