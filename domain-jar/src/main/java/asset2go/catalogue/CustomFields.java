package asset2go.catalogue;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.graph.TreeLock;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The custom fields of categories. What assets have in them is {@link CustomValues}. */
@ApplicationScoped
public class CustomFields {

  private static final int MOST = 100;

  private static final NamedNodes<CustomField> NODES =
      new NamedNodes<>(
          "CustomField",
          "custom field",
          "n{.*, category: [(n)<-[:HAS_FIELD]-(c) | c{.id, .name}][0]}",
          FieldSet::field);

  private @Inject Graph graph;
  private @Inject Events events;
  private @Inject FieldUpkeep upkeep;

  public Page<CustomField> list(
      Actor actor, @Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return graph.read(tx -> NODES.list(tx, q, Slice.of(limit, after)));
  }

  /** Every name that a field goes by, once each: what columns of a file may be called. */
  public List<String> names(Actor actor) {
    return graph.read(
        tx ->
            tx.list(
                """
                MATCH (f:CustomField)
                RETURN f.nameKey AS key, min(f.name) AS name ORDER BY key LIMIT 2000
                """,
                Map.of(),
                row -> row.get("name").asString()));
  }

  /** Those that assets of a category have, inherited ones first. */
  public List<CustomField> ofCategory(Actor actor, String categoryId) {
    return graph.read(
        tx -> {
          Categories.NODES.get(tx, categoryId);
          return FieldSet.ofCategories(tx, List.of(categoryId))
              .getOrDefault(categoryId, FieldSet.NONE)
              .fields();
        });
  }

  /** Those that assets of a model have. */
  public List<CustomField> ofModel(Actor actor, String modelId) {
    return graph.read(
        tx -> {
          Models.NODES.get(tx, modelId);
          return FieldSet.ofModel(tx, modelId).fields();
        });
  }

  public CustomField get(Actor actor, String id) {
    return graph.read(tx -> NODES.get(tx, id));
  }

  public CustomField create(Actor actor, CustomFieldDraft asked) {
    CustomFieldDraft draft = FieldRules.check(asked);
    String id = Ids.next();
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          TreeLock.CATEGORY.take(tx, TreeLock.ALL_COMPANIES);
          Categories.NODES.requireExists(tx, "categoryId", draft.categoryId());
          tx.run(
              """
              MATCH (c:Category {id: $categoryId})
              CREATE (c)-[:HAS_FIELD]->(f:CustomField {id: $id, version: 1, createdAt: $now})
              SET f += $properties
              """,
              map(
                  "categoryId",
                  draft.categoryId(),
                  "id",
                  id,
                  "now",
                  now,
                  "properties",
                  properties(draft)));
          refuseTaken(tx, id);
          refuseTooMany(tx, draft.categoryId());
          events.append(tx, "CustomField", id, "CREATED", actor, now, changes(null, draft));
          if (FieldRules.on(draft.filterable())) {
            upkeep.order(tx, actor, "", id);
          }
          return NODES.get(tx, id);
        });
  }

  public CustomField change(
      Actor actor, String id, @Nullable Long expected, UnaryOperator<CustomFieldDraft> change) {
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          TreeLock.CATEGORY.take(tx, TreeLock.ALL_COMPANIES);
          NODES.lock(tx, id, expected);
          CustomField field = NODES.get(tx, id);
          CustomFieldDraft before = draft(field);
          CustomFieldDraft after = FieldRules.check(change.apply(before));
          FieldRules.refuseWhatIsFixed(before, after, field.used());
          tx.run(
              "MATCH (f:CustomField {id: $id}) SET f += $properties",
              map("id", id, "properties", properties(after)));
          refuseTaken(tx, id);
          events.append(tx, "CustomField", id, "CHANGED", actor, now, changes(before, after));
          boolean found = Objects.equals(before.sensitive(), after.sensitive());
          if (!found || !Objects.equals(before.filterable(), after.filterable())) {
            upkeep.order(tx, actor, found ? "" : after.categoryId(), id);
          }
          return NODES.get(tx, id);
        });
  }

  /** Removes a field at once; what assets have in it goes by a job, and nobody sees it any more. */
  public void delete(Actor actor, String id, @Nullable Long expected) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          NODES.lock(tx, id, expected);
          CustomField field = NODES.get(tx, id);
          events.append(
              tx,
              "CustomField",
              id,
              "DELETED",
              actor,
              now,
              List.of(new Change("name", field.name(), null)));
          tx.run("MATCH (f:CustomField {id: $id}) DETACH DELETE f", Map.of("id", id));
          upkeep.order(tx, actor, field.category().id(), id);
          return id;
        });
  }

  /** A name means one field of an asset: neither above nor below is another with it. */
  private static void refuseTaken(Transaction tx, String id) {
    boolean taken =
        tx.one(
                """
                MATCH (f:CustomField {id: $id})<-[:HAS_FIELD]-(c:Category)
                MATCH (other:CustomField {nameKey: f.nameKey})<-[:HAS_FIELD]-(k:Category)
                WHERE other <> f
                  AND (EXISTS { (c)-[:SUBCATEGORY_OF*0..30]->(k) }
                       OR EXISTS { (k)-[:SUBCATEGORY_OF*0..30]->(c) })
                RETURN k.name LIMIT 1
                """,
                Map.of("id", id))
            .isPresent();
    if (taken) {
      throw new DomainError.Conflict(
          "name", Fault.TAKEN, "there is already such a field here, above or below");
    }
  }

  private static void refuseTooMany(Transaction tx, String categoryId) {
    long count =
        tx.one(
                "MATCH (:Category {id: $id})-[r:HAS_FIELD]->() RETURN count(r) AS n",
                Map.of("id", categoryId))
            .orElseThrow()
            .get("n")
            .asLong();
    if (count > MOST) {
      throw new DomainError.Conflict("A category has at most " + MOST + " fields of its own.");
    }
  }

  /**
   * Refuses a place in the tree where a category would inherit a field with the name of one below.
   *
   * @throws DomainError.Conflict where it would
   */
  static void refuseClash(Transaction tx, String categoryId) {
    tx.one(
            """
            MATCH (c:Category {id: $id})<-[:SUBCATEGORY_OF*0..30]-()-[:HAS_FIELD]->(own)
            MATCH (c)-[:SUBCATEGORY_OF*1..30]->()-[:HAS_FIELD]->(other {nameKey: own.nameKey})
            RETURN own.name AS name LIMIT 1
            """,
            Map.of("id", categoryId))
        .ifPresent(
            row -> {
              throw new DomainError.Conflict(
                  "parentId",
                  "it would inherit a second field \"" + row.get("name").asString() + "\"");
            });
  }

  private static CustomFieldDraft draft(CustomField f) {
    return new CustomFieldDraft(
        f.category().id(),
        f.name(),
        f.kind(),
        f.unit(),
        f.choices(),
        f.pattern(),
        f.hint(),
        f.required(),
        f.unique(),
        f.sensitive(),
        f.filterable());
  }

  private static Map<String, @Nullable Object> properties(CustomFieldDraft draft) {
    return map(
        "name", draft.name(),
        "nameKey", Folding.fold(draft.name()),
        "kind", draft.kind(),
        "unit", draft.unit(),
        "choices", draft.choices(),
        "pattern", draft.pattern(),
        "hint", draft.hint(),
        "required", draft.required(),
        "unique", draft.unique(),
        "sensitive", draft.sensitive(),
        "filterable", draft.filterable());
  }

  private static List<Change> changes(@Nullable CustomFieldDraft old, CustomFieldDraft now) {
    Map<String, @Nullable Object> before = old == null ? Map.of() : properties(old);
    Map<String, @Nullable Object> after = properties(now);
    Differences differences = new Differences();
    for (String part :
        List.of(
            "name",
            "kind",
            "unit",
            "choices",
            "pattern",
            "hint",
            "required",
            "unique",
            "sensitive",
            "filterable")) {
      differences.add(part, before.get(part), after.get(part));
    }
    return differences.all();
  }
}
