package asset2go.catalogue;

import static asset2go.graph.Values.text;

import asset2go.asset.SearchText;
import asset2go.graph.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Keeps what assets are found by in step with the names of their model and its manufacturer. */
@ApplicationScoped
class ModelNames {

  private static final int BATCH = 1000;

  /** Writes the search text of every asset of a model anew. */
  void refresh(Transaction tx, String modelId) {
    Optional<String> after = Optional.of("");
    while (after.isPresent()) {
      after = refresh(tx, modelId, after.get());
    }
  }

  /**
   * Writes some of them anew, those behind an id; locked before they are read, so that nothing that
   * is changed meanwhile is lost.
   *
   * @return the last id, where there may be more
   */
  Optional<String> refresh(Transaction tx, String modelId, String after) {
    FieldSet fields = FieldSet.ofModel(tx, modelId);
    List<Record> rows =
        tx.rows(
            """
            MATCH (m:AssetModel {id: $id})
            OPTIONAL MATCH (m)-[:MADE_BY]->(f:Manufacturer)
            MATCH (a:Asset {modelId: $id})
            WHERE a.id > $after
            WITH m, f, a ORDER BY a.id LIMIT $batch
            SET a.touched = true
            WITH m, f, a
            RETURN a{.*} AS asset, m.name AS model, f.name AS manufacturer
            ORDER BY a.id
            """,
            Map.of("id", modelId, "after", after, "batch", BATCH));
    tx.run(
        """
        UNWIND $rows AS row
        MATCH (a:Asset {id: row.id})
        SET a.searchText = row.text
        """,
        Map.of("rows", rows.stream().map(row -> searchText(row, fields)).toList()));
    return rows.size() < BATCH
        ? Optional.empty()
        : Optional.of(rows.get(rows.size() - 1).get("asset").get("id").asString());
  }

  private static Map<String, String> searchText(Record row, FieldSet fields) {
    Value asset = row.get("asset");
    Map<String, Object> values = fields.read(asset);
    return Map.of(
        "id",
        asset.get("id").asString(),
        "text",
        SearchText.of(
            asset.get("tag").asString(),
            asset.get("name").asString(),
            text(asset.get("serial")),
            text(row.get("model")),
            text(row.get("manufacturer")),
            fields.searchTexts(values == null ? Map.of() : values)));
  }
}
