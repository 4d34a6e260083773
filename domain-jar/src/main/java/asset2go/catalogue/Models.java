package asset2go.catalogue;

import static asset2go.graph.Parameters.map;

import asset2go.catalogue.Catalogue.AssetModel;
import asset2go.catalogue.Catalogue.AssetModelDraft;
import asset2go.graph.ConstraintViolated;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.kit.KitUses;
import asset2go.page.Page;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The products that assets are specimens of. */
@ApplicationScoped
public class Models {

  static final NamedNodes<AssetModel> NODES =
      new NamedNodes<>(
          "AssetModel",
          "model",
          """
          n{.id, .name, .number, .version,
            manufacturer: [(n)-[:MADE_BY]->(p) | p{.id, .name}][0],
            category: [(n)-[:IN_CATEGORY]->(p) | p{.id, .name}][0]}\
          """,
          v ->
              new AssetModel(
                  v.get("id").asString(),
                  v.get("name").asString(),
                  Values.text(v.get("number")),
                  Values.ref(v.get("manufacturer")),
                  Values.ref(v.get("category")),
                  v.get("version").asLong()));

  private @Inject Graph graph;
  private @Inject ModelNames modelNames;

  public Page<AssetModel> list(
      @Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return graph.read(tx -> NODES.list(tx, q, Slice.of(limit, after)));
  }

  public AssetModel get(String id) {
    return graph.read(tx -> NODES.get(tx, id));
  }

  public AssetModel create(AssetModelDraft draft) {
    String id = Ids.next();
    try {
      return graph.write(
          tx -> {
            tx.run(
                """
                CREATE (:AssetModel {id: $id, version: 1, createdAt: $now, nameKey: $id,
                                     manufacturerId: ''})
                """,
                map("id", id, "now", Instant.now()));
            write(tx, id, draft);
            return NODES.get(tx, id);
          });
    } catch (ConstraintViolated e) {
      throw taken();
    }
  }

  public AssetModel change(
      String id, @Nullable Long expected, UnaryOperator<AssetModelDraft> change) {
    try {
      return graph.write(
          tx -> {
            NODES.lock(tx, id, expected);
            AssetModel now = NODES.get(tx, id);
            write(
                tx,
                id,
                change.apply(
                    new AssetModelDraft(
                        now.name(), now.number(), id(now.manufacturer()), id(now.category()))));
            modelNames.refresh(tx, id);
            return NODES.get(tx, id);
          });
    } catch (ConstraintViolated e) {
      throw taken();
    }
  }

  public void delete(String id, @Nullable Long expected) {
    graph.write(
        tx -> {
          NODES.lock(tx, id, expected);
          if (tx.one("MATCH (a:Asset {modelId: $id}) RETURN a.id LIMIT 1", Map.of("id", id))
              .isPresent()) {
            throw new DomainError.Conflict("There are still assets of this model.");
          }
          KitUses.refuse(tx, "AssetModel", id);
          if (tx.one(
                  "MATCH (:AssetModel {id: $id})<-[r:REQUESTS]-() RETURN r.line LIMIT 1",
                  Map.of("id", id))
              .isPresent()) {
            throw new DomainError.Conflict("There are still bookings of any of this model.");
          }
          tx.run("MATCH (n:AssetModel {id: $id}) DETACH DELETE n", Map.of("id", id));
          return id;
        });
  }

  private static void write(Transaction tx, String id, AssetModelDraft draft) {
    Manufacturers.NODES.requireExists(tx, "manufacturerId", draft.manufacturerId());
    Categories.NODES.requireExists(tx, "categoryId", draft.categoryId());
    tx.run(
        """
        MATCH (n:AssetModel {id: $id})
        OPTIONAL MATCH (n)-[old:MADE_BY|IN_CATEGORY]->()
        DELETE old
        WITH DISTINCT n
        SET n.name = $name, n.nameKey = $key, n.number = $number,
            n.manufacturerId = coalesce($manufacturerId, '')
        WITH n
        OPTIONAL MATCH (f:Manufacturer {id: $manufacturerId})
        OPTIONAL MATCH (c:Category {id: $categoryId})
        FOREACH (x IN CASE WHEN f IS NULL THEN [] ELSE [f] END | CREATE (n)-[:MADE_BY]->(x))
        FOREACH (x IN CASE WHEN c IS NULL THEN [] ELSE [c] END | CREATE (n)-[:IN_CATEGORY]->(x))
        """,
        map(
            "id", id,
            "name", draft.name().strip(),
            "key", Folding.fold(draft.name()),
            "number", draft.number(),
            "manufacturerId", draft.manufacturerId(),
            "categoryId", draft.categoryId()));
  }

  private static @Nullable String id(@Nullable Ref ref) {
    return ref == null ? null : ref.id();
  }

  private static DomainError.Conflict taken() {
    return new DomainError.Conflict(
        "name", Fault.TAKEN, "the manufacturer already has a model with that name");
  }
}
