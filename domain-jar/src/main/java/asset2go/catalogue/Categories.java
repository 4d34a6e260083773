package asset2go.catalogue;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.catalogue.Catalogue.Category;
import asset2go.catalogue.Catalogue.CategoryDraft;
import asset2go.event.Events;
import asset2go.graph.ConstraintViolated;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.graph.TreeLock;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.kit.KitUses;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Grants;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The tree of kinds of equipment. */
@ApplicationScoped
public class Categories {

  static final NamedNodes<Category> NODES =
      new NamedNodes<>(
          "Category",
          "category",
          """
          n{.id, .name, .version, .needsCalibration, parent: [(n)-[:SUBCATEGORY_OF]->(p) | p{.id, .name}][0],
            own: [k IN [n] | %1$s][0],
            above: COLLECT {
              MATCH p = (n)-[:SUBCATEGORY_OF*1..30]->(k)
              WHERE k.depreciationMethod IS NOT NULL
              RETURN %1$s ORDER BY length(p) LIMIT 1
            }[0]}\
          """
              .formatted(Schedules.VIEW),
          v ->
              new Category(
                  v.get("id").asString(),
                  v.get("name").asString(),
                  Values.ref(v.get("parent")),
                  Schedules.of(v.get("own")),
                  Schedules.inherited(v.get("above")),
                  v.get("needsCalibration").asBoolean(false),
                  v.get("version").asLong()));

  private @Inject Graph graph;
  private @Inject Events events;
  private @Inject FieldUpkeep upkeep;

  public Page<Category> list(@Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return graph.read(tx -> NODES.list(tx, q, Slice.of(limit, after)));
  }

  public Category get(String id) {
    return graph.read(tx -> NODES.get(tx, id));
  }

  public Category create(Actor actor, CategoryDraft draft) {
    String id = Ids.next();
    Instant now = Instant.now();
    try {
      return graph.write(
          tx -> {
            tx.run(
                """
                CREATE (:Category {id: $id, name: $name, nameKey: $key, version: 1, createdAt: $now})
                """,
                map(
                    "id",
                    id,
                    "name",
                    draft.name().strip(),
                    "key",
                    Folding.fold(draft.name()),
                    "now",
                    now));
            tx.run(
                """
                MATCH (n:Category {id: $id})
                SET n += $properties, n.needsCalibration = $needsCalibration
                """,
                map(
                    "id", id,
                    "properties", Schedules.properties(draft.depreciation()),
                    "needsCalibration", wanted(draft)));
            putBelow(tx, id, draft.parentId());
            events.append(tx, "Category", id, "CREATED", actor, now, changes(null, draft));
            return NODES.get(tx, id);
          });
    } catch (ConstraintViolated e) {
      throw NODES.taken(draft.name());
    }
  }

  public Category change(
      Actor actor, String id, @Nullable Long expected, UnaryOperator<CategoryDraft> change) {
    Instant now = Instant.now();
    try {
      return graph.write(
          tx -> {
            TreeLock.CATEGORY.take(tx, TreeLock.ALL_COMPANIES);
            NODES.lock(tx, id, expected);
            CategoryDraft before = draft(NODES.get(tx, id));
            CategoryDraft changed = change.apply(before);
            tx.run(
                """
                MATCH (n:Category {id: $id})
                SET n.name = $name, n.nameKey = $key, n += $properties,
                    n.needsCalibration = $needsCalibration
                """,
                map(
                    "id", id,
                    "name", changed.name(),
                    "key", Folding.fold(changed.name()),
                    "properties", Schedules.properties(changed.depreciation()),
                    "needsCalibration", wanted(changed)));
            if (!Objects.equals(before.parentId(), changed.parentId())) {
              putBelow(tx, id, changed.parentId());
              CustomFields.refuseClash(tx, id);
              upkeep.order(tx, actor, id, "");
            }
            events.append(tx, "Category", id, "CHANGED", actor, now, changes(before, changed));
            return NODES.get(tx, id);
          });
    } catch (ConstraintViolated e) {
      throw new DomainError.Conflict(
          "name", Fault.TAKEN, "there is already a category with that name");
    }
  }

  private static CategoryDraft draft(Category category) {
    return new CategoryDraft(
        category.name(),
        category.parent() == null ? null : category.parent().id(),
        category.depreciation(),
        category.needsCalibration());
  }

  private static List<Change> changes(@Nullable CategoryDraft before, CategoryDraft after) {
    return new Differences()
        .add("name", before == null ? null : before.name(), after.name())
        .add("parentId", before == null ? null : before.parentId(), after.parentId())
        .add("depreciation", before == null ? null : before.depreciation(), after.depreciation())
        .add("needsCalibration", before == null ? null : wanted(before), wanted(after))
        .all();
  }

  private static @Nullable Boolean wanted(CategoryDraft draft) {
    return Boolean.TRUE.equals(draft.needsCalibration()) ? true : null;
  }

  public void delete(Actor actor, String id, @Nullable Long expected) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          NODES.lock(tx, id, expected);
          if (tx.one(
                  """
                  MATCH (n:Category {id: $id})<-[:IN_CATEGORY|SUBCATEGORY_OF]-(user)
                  RETURN user.id LIMIT 1
                  """,
                  Map.of("id", id))
              .isPresent()) {
            throw new DomainError.Conflict("The category still has models or subcategories.");
          }
          if (tx.one(
                  "MATCH (:Category {id: $id})-[:HAS_FIELD]->(f) RETURN f.id LIMIT 1",
                  Map.of("id", id))
              .isPresent()) {
            throw new DomainError.Conflict("The category still has custom fields.");
          }
          KitUses.refuse(tx, "Category", id);
          Grants.endOver(tx, id);
          Change gone = new Change("name", NODES.get(tx, id).name(), null);
          events.append(tx, "Category", id, "DELETED", actor, now, List.of(gone));
          tx.run("MATCH (n:Category {id: $id}) DETACH DELETE n", Map.of("id", id));
          return id;
        });
  }

  private static void putBelow(Transaction tx, String id, @Nullable String parentId) {
    NODES.requireExists(tx, "parentId", parentId);
    tx.run("MATCH (n:Category {id: $id})-[r:SUBCATEGORY_OF]->() DELETE r", Map.of("id", id));
    if (parentId == null) {
      return;
    }
    boolean cycle =
        tx.one(
                """
                MATCH (p:Category {id: $parent})-[:SUBCATEGORY_OF*0..30]->(n:Category {id: $id})
                RETURN n.id LIMIT 1
                """,
                Map.of("parent", parentId, "id", id))
            .isPresent();
    if (cycle) {
      throw new DomainError.Conflict("parentId", Fault.CYCLE, "a category cannot be below itself");
    }
    tx.run(
        """
        MATCH (n:Category {id: $id}), (p:Category {id: $parent})
        CREATE (n)-[:SUBCATEGORY_OF]->(p)
        """,
        Map.of("parent", parentId, "id", id));
  }
}
