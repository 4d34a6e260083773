package asset2go.catalogue;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Batches;
import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.outbox.Job;
import asset2go.outbox.JobKind;
import asset2go.outbox.Lane;
import asset2go.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.neo4j.driver.Record;

/**
 * Brings assets in line with the custom fields, where that may take a while: the values of a field
 * that is gone, the index of one that lists are narrowed by, what assets are found by. It may be
 * done twice, or be broken off: each step leaves alone what is as it should be.
 */
@ApplicationScoped
public class FieldUpkeep {

  @Produces
  public static final JobKind KIND =
      new JobKind(
          "custom-fields",
          Lane.BULK,
          1,
          null,
          10,
          Duration.ofSeconds(2),
          Set.of("categoryId", "fieldId"),
          true);

  private static final int BATCH = 1000;
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

  private @Inject Graph graph;
  private @Inject Outbox outbox;
  private @Inject ModelNames modelNames;

  /**
   * Has it done once the transaction has committed.
   *
   * @param categoryId whose assets are found by something else now; empty for none
   * @param fieldId whose values or index are to be looked after; empty for none
   */
  void order(Transaction tx, Actor actor, String categoryId, String fieldId) {
    String data =
        Json.createObjectBuilder()
            .add("categoryId", categoryId)
            .add("fieldId", fieldId)
            .build()
            .toString();
    outbox.append(tx, new Job(KIND, data, actor.requestId()));
  }

  /**
   * Does it.
   *
   * @param jobId the outbox node that is done with it
   * @param categoryId as it was ordered
   * @param fieldId likewise
   */
  public void run(String jobId, String categoryId, String fieldId, BooleanSupplier stop) {
    if (ID.matcher(fieldId).matches()) {
      field(fieldId, stop);
    }
    for (String modelId : models(categoryId)) {
      String after = "";
      while (after != null && !stop.getAsBoolean()) {
        String from = after;
        after = graph.write(tx -> modelNames.refresh(tx, modelId, from)).orElse(null);
      }
    }
    if (stop.getAsBoolean()) {
      throw new CancellationException("It was interrupted; the next try begins anew.");
    }
    graph.write(
        tx -> {
          outbox.done(tx, jobId);
          return jobId;
        });
  }

  private List<String> models(String categoryId) {
    return graph.read(
        tx ->
            tx.list(
                """
                MATCH (:Category {id: $id})<-[:SUBCATEGORY_OF*0..30]-()<-[:IN_CATEGORY]-(m)
                RETURN m.id AS id ORDER BY id
                """,
                Map.of("id", categoryId),
                row -> row.get("id").asString()));
  }

  private void field(String fieldId, BooleanSupplier stop) {
    Optional<Record> field =
        graph.read(
            tx ->
                tx.one(
                    "MATCH (f:CustomField {id: $id}) RETURN f.filterable AS filterable",
                    Map.of("id", fieldId)));
    boolean filterable = field.isPresent() && field.get().get("filterable").asBoolean(false);
    index(fieldId, filterable);
    if (field.isEmpty()) {
      forget("Asset", fieldId, stop);
      forget("TrashedAsset", fieldId, stop);
      Batches.of(graph, BATCH, stop)
          .delete("MATCH (n:UniqueValue) WHERE n.fieldId = $id", Map.of("id", fieldId));
    }
  }

  /** An identifier in a statement cannot be a parameter; this one was checked to be an id. */
  private void index(String fieldId, boolean wanted) {
    String name = "asset_field_" + fieldId.replace('-', '_');
    graph.write(
        tx -> {
          tx.run(
              wanted
                  ? "CREATE INDEX %s IF NOT EXISTS FOR (n:Asset) ON (n.`%s`)"
                      .formatted(name, FieldSet.property(fieldId))
                  : "DROP INDEX %s IF EXISTS".formatted(name),
              Map.of());
          return name;
        });
  }

  /** Takes the values of a field from all assets: whose category has changed may have one too. */
  private void forget(String label, String fieldId, BooleanSupplier stop) {
    String after = "";
    while (after != null && !stop.getAsBoolean()) {
      String from = after;
      after =
          graph
              .write(
                  tx ->
                      tx.one(
                          """
                          MATCH (a:%s) WHERE a.id > $after
                          WITH a ORDER BY a.id LIMIT $batch
                          SET a += CASE WHEN a[$property] IS NULL THEN {} ELSE $nothing END
                          WITH max(a.id) AS last, count(*) AS n
                          WHERE n = $batch
                          RETURN last
                          """
                              .formatted(label),
                          map(
                              "after",
                              from,
                              "batch",
                              BATCH,
                              "property",
                              FieldSet.property(fieldId),
                              "nothing",
                              map(FieldSet.property(fieldId), null))))
              .map(row -> row.get("last").asString())
              .orElse(null);
    }
  }
}
