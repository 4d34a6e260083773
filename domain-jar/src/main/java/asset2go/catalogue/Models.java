package asset2go.catalogue;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.catalogue.Catalogue.AssetModel;
import asset2go.catalogue.Catalogue.AssetModelDraft;
import asset2go.event.Events;
import asset2go.graph.ConstraintViolated;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.kit.KitUses;
import asset2go.page.Page;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
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
  private @Inject Events events;
  private @Inject ModelNames modelNames;

  public Page<AssetModel> list(
      @Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return graph.read(tx -> NODES.list(tx, q, Slice.of(limit, after)));
  }

  public AssetModel get(String id) {
    return graph.read(tx -> NODES.get(tx, id));
  }

  public AssetModel create(Actor actor, AssetModelDraft draft) {
    String id = Ids.next();
    Instant now = Instant.now();
    try {
      return graph.write(
          tx -> {
            tx.run(
                """
                CREATE (:AssetModel {id: $id, version: 1, createdAt: $now, nameKey: $id,
                                     manufacturerId: ''})
                """,
                map("id", id, "now", now));
            write(tx, id, draft);
            events.append(tx, "AssetModel", id, "CREATED", actor, now, changes(null, draft));
            return NODES.get(tx, id);
          });
    } catch (ConstraintViolated e) {
      throw taken();
    }
  }

  public AssetModel change(
      Actor actor, String id, @Nullable Long expected, UnaryOperator<AssetModelDraft> change) {
    Instant now = Instant.now();
    try {
      return graph.write(
          tx -> {
            NODES.lock(tx, id, expected);
            AssetModelDraft before = draft(NODES.get(tx, id));
            AssetModelDraft after = change.apply(before);
            write(tx, id, after);
            modelNames.refresh(tx, id);
            events.append(tx, "AssetModel", id, "CHANGED", actor, now, changes(before, after));
            return NODES.get(tx, id);
          });
    } catch (ConstraintViolated e) {
      throw taken();
    }
  }

  public void delete(Actor actor, String id, @Nullable Long expected) {
    Instant now = Instant.now();
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
          Change gone = new Change("name", NODES.get(tx, id).name(), null);
          events.append(tx, "AssetModel", id, "DELETED", actor, now, List.of(gone));
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

  private static AssetModelDraft draft(AssetModel model) {
    return new AssetModelDraft(
        model.name(), model.number(), id(model.manufacturer()), id(model.category()));
  }

  private static List<Change> changes(@Nullable AssetModelDraft before, AssetModelDraft after) {
    return new Differences()
        .add("name", before == null ? null : before.name(), after.name())
        .add("number", before == null ? null : before.number(), after.number())
        .add(
            "manufacturerId",
            before == null ? null : before.manufacturerId(),
            after.manufacturerId())
        .add("categoryId", before == null ? null : before.categoryId(), after.categoryId())
        .all();
  }

  private static @Nullable String id(@Nullable Ref ref) {
    return ref == null ? null : ref.id();
  }

  private static DomainError.Conflict taken() {
    return new DomainError.Conflict(
        "name", Fault.TAKEN, "the manufacturer already has a model with that name");
  }
}
