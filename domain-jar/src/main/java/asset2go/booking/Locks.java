package asset2go.booking;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.problem.DomainError;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Serialises what takes the same equipment: models in the order of their ids, then assets in the
 * order of theirs, then the booking. Neo4j reads what is committed, so to lock is to write, and
 * what is read after that holds until the end of the transaction.
 */
final class Locks {

  private Locks() {}

  /**
   * Locks these models and assets, and the models of the assets.
   *
   * @return the models of the assets; null where one has none
   */
  static Map<String, @Nullable String> take(
      Transaction tx, Collection<String> modelIds, Collection<String> assetIds) {
    Set<String> models = models(tx, modelIds, assetIds);
    tx.run(
        "UNWIND $ids AS id MATCH (a:Asset {id: id}) SET a.touched = true",
        Map.of("ids", List.copyOf(new TreeSet<>(assetIds))));
    Map<String, @Nullable String> now = modelsOf(tx, assetIds);
    if (!now.values().stream().allMatch(model -> model == null || models.contains(model))) {
      throw new DomainError.Stale("asset");
    }
    return now;
  }

  /** Locks these models and those of these assets, for those who choose assets after that. */
  static Set<String> models(
      Transaction tx, Collection<String> modelIds, Collection<String> assetIds) {
    TreeSet<String> models = new TreeSet<>(modelIds);
    modelsOf(tx, assetIds).values().forEach(model -> add(models, model));
    tx.run(
        "UNWIND $ids AS id MATCH (m:AssetModel {id: id}) SET m.promised = timestamp()",
        Map.of("ids", List.copyOf(models)));
    return models;
  }

  /** Waits for, and holds, the right to change a booking; it comes last. */
  static void booking(Transaction tx, String id) {
    tx.run("MATCH (b:Booking {id: $id}) SET b.touched = true", Map.of("id", id));
  }

  private static void add(TreeSet<String> models, @Nullable String model) {
    if (model != null) {
      models.add(model);
    }
  }

  static Map<String, @Nullable String> modelsOf(Transaction tx, Collection<String> assetIds) {
    Map<String, @Nullable String> models = new HashMap<>();
    if (!assetIds.isEmpty()) {
      tx.rows(
              """
              UNWIND $ids AS id
              MATCH (a:Asset {id: id})
              RETURN a.id AS id, [(a)-[:OF_MODEL]->(m) | m.id][0] AS model
              """,
              map("ids", List.copyOf(assetIds)))
          .forEach(row -> models.put(row.get("id").asString(), Values.text(row.get("model"))));
    }
    return models;
  }
}
