package asset2go.catalogue;

import static asset2go.graph.Values.text;

import asset2go.asset.SearchText;
import asset2go.graph.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;

/** Keeps what assets are found by in step with the names of their model and its manufacturer. */
@ApplicationScoped
class ModelNames {

  private static final int BATCH = 1000;

  /** Writes the search text of every asset of a model anew. */
  void refresh(Transaction tx, String modelId) {
    String after = "";
    List<Record> rows;
    do {
      rows =
          tx.rows(
              """
              MATCH (m:AssetModel {id: $id})
              OPTIONAL MATCH (m)-[:MADE_BY]->(f:Manufacturer)
              MATCH (a:Asset {modelId: $id})
              WHERE a.id > $after
              RETURN a.id AS id, a.tag AS tag, a.name AS name, a.serial AS serial,
                     m.name AS model, f.name AS manufacturer
              ORDER BY a.id LIMIT $batch
              """,
              Map.of("id", modelId, "after", after, "batch", BATCH));
      if (!rows.isEmpty()) {
        after = rows.get(rows.size() - 1).get("id").asString();
        tx.run(
            """
            UNWIND $rows AS row
            MATCH (a:Asset {id: row.id})
            SET a.searchText = row.text
            """,
            Map.of("rows", rows.stream().map(ModelNames::searchText).toList()));
      }
    } while (rows.size() == BATCH);
  }

  private static Map<String, String> searchText(Record row) {
    return Map.of(
        "id",
        row.get("id").asString(),
        "text",
        SearchText.of(
            row.get("tag").asString(),
            row.get("name").asString(),
            text(row.get("serial")),
            text(row.get("model")),
            text(row.get("manufacturer"))));
  }
}
