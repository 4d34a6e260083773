package asset2go.custody;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The custodies that last, by asset. */
record Open(Map<String, String> custodies) {

  static Open of(Transaction tx, Collection<String> assetIds) {
    Map<String, String> custodies = new HashMap<>();
    tx.rows(
            """
            UNWIND $assets AS asset
            MATCH (c:Custody)
            WHERE c.assetId = asset AND c.id < '~' AND c.to IS NULL
            RETURN asset, c.id AS id
            """,
            map("assets", assetIds))
        .forEach(row -> custodies.put(row.get("asset").asString(), row.get("id").asString()));
    return new Open(custodies);
  }

  @Nullable String custodyOf(String assetId) {
    return custodies.get(assetId);
  }
}
