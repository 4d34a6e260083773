package asset2go.catalogue;

import static asset2go.graph.Parameters.map;
import static asset2go.graph.Values.text;

import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.page.Ref;
import asset2go.search.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** The custom fields that an asset has: those of its model's category, inherited ones first. */
public record FieldSet(List<CustomField> fields) {

  public static final FieldSet NONE = new FieldSet(List.of());

  /** To be returned for an asset that is bound to {@code a}; {@link #of(Value)} reads it. */
  public static final String OF_ASSET =
      """
      COLLECT {
        MATCH (a)-[:OF_MODEL]->(:AssetModel)-[:IN_CATEGORY]->(c)
        MATCH p = (c)-[:SUBCATEGORY_OF*0..30]->(k:Category)-[:HAS_FIELD]->(f:CustomField)
        RETURN f{.*, category: k{.id, .name}} ORDER BY length(p) DESC, f.id
      }\
      """;

  private static final String CHAIN =
      """
      MATCH p = (c)-[:SUBCATEGORY_OF*0..30]->(k:Category)-[:HAS_FIELD]->(f:CustomField)
      RETURN id AS owner, f{.*, category: k{.id, .name}} AS field
      ORDER BY length(p) DESC, f.id
      """;

  public FieldSet {
    fields = List.copyOf(fields);
  }

  /** Those that {@link #OF_ASSET} returned. */
  public static FieldSet of(Value fields) {
    return new FieldSet(fields.asList(FieldSet::field));
  }

  /** All that some asset has had a value of, by name. */
  public static List<CustomField> used(Transaction tx) {
    return tx.list(
        """
        MATCH (f:CustomField)<-[:HAS_FIELD]-(c)
        WHERE f.used = true
        RETURN f{.*, category: c{.id, .name}} AS field
        ORDER BY f.nameKey, f.id LIMIT 2000
        """,
        Map.of(),
        row -> field(row.get("field")));
  }

  /** Those of assets of a model; none without a model. */
  public static FieldSet ofModel(Transaction tx, @Nullable String modelId) {
    return modelId == null ? NONE : ofModels(tx, List.of(modelId)).getOrDefault(modelId, NONE);
  }

  /** Those of assets of each of these models, where they have any. */
  public static Map<String, FieldSet> ofModels(Transaction tx, Collection<String> modelIds) {
    return read(
        tx,
        """
        UNWIND $ids AS id
        MATCH (:AssetModel {id: id})-[:IN_CATEGORY]->(c)
        """,
        modelIds);
  }

  /** Those of assets in each of these categories, where they have any. */
  public static Map<String, FieldSet> ofCategories(Transaction tx, Collection<String> ids) {
    return read(
        tx,
        """
        UNWIND $ids AS id
        MATCH (c:Category {id: id})
        """,
        ids);
  }

  private static Map<String, FieldSet> read(Transaction tx, String owners, Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, List<CustomField>> found = new LinkedHashMap<>();
    tx.rows(owners + CHAIN, map("ids", List.copyOf(ids)))
        .forEach(
            row ->
                found
                    .computeIfAbsent(row.get("owner").asString(), k -> new ArrayList<>())
                    .add(field(row.get("field"))));
    Map<String, FieldSet> sets = new HashMap<>();
    found.forEach((id, fields) -> sets.put(id, new FieldSet(fields)));
    return sets;
  }

  /** A field from its node's properties with {@code category}. */
  static CustomField field(Value f) {
    Value category = f.get("category");
    return new CustomField(
        f.get("id").asString(),
        new Ref(category.get("id").asString(), category.get("name").asString()),
        f.get("name").asString(),
        FieldKind.valueOf(f.get("kind").asString()),
        text(f.get("unit")),
        f.get("choices").isNull() ? null : f.get("choices").asList(Value::asString),
        text(f.get("pattern")),
        text(f.get("hint")),
        f.get("required").asBoolean(false),
        f.get("unique").asBoolean(false),
        f.get("sensitive").asBoolean(false),
        f.get("filterable").asBoolean(false),
        f.get("used").asBoolean(false),
        f.get("version").asLong());
  }

  /** The property of an asset's node that holds a field's value. */
  public static String property(String fieldId) {
    return "f_" + fieldId;
  }

  /** Whether a property of an asset's node holds a custom field's value. */
  public static boolean isProperty(String name) {
    return name.startsWith("f_");
  }

  /** Whether somebody may see and set sensitive values. */
  public static boolean seesAll(Actor actor) {
    return actor.holds(Duty.KEEP.roles());
  }

  /** Those whose values somebody may see. */
  public FieldSet seenBy(Actor actor) {
    return seesAll(actor)
        ? this
        : new FieldSet(fields.stream().filter(field -> !field.sensitive()).toList());
  }

  public Optional<CustomField> byId(String id) {
    return fields.stream().filter(field -> field.id().equals(id)).findFirst();
  }

  /** A field by its name, whatever its case and accents. */
  public Optional<CustomField> byName(String name) {
    String key = Folding.fold(name);
    return fields.stream().filter(field -> Folding.fold(field.name()).equals(key)).findFirst();
  }

  /** The values of an asset's node, as JSON has them, by the field's id; null for none at all. */
  public @Nullable Map<String, Object> read(Value asset) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (CustomField field : fields) {
      Value stored = asset.get(property(field.id()));
      if (!stored.isNull()) {
        values.put(field.id(), Objects.requireNonNull(FieldValue.read(stored.asObject())));
      }
    }
    return values.isEmpty() ? null : values;
  }

  /** Those of some values that belong to these fields; null for none at all. */
  public @Nullable Map<String, Object> of(@Nullable Map<String, Object> values) {
    if (values == null) {
      return null;
    }
    Map<String, Object> some = new LinkedHashMap<>(values);
    some.keySet().removeIf(id -> byId(id).isEmpty());
    return some.isEmpty() ? null : some;
  }

  /** Those of some values that assets are found by. */
  public List<String> searchTexts(Map<String, Object> values) {
    return fields.stream()
        .filter(FieldSet::searchable)
        .map(field -> FieldValue.text(values.get(field.id())))
        .filter(Objects::nonNull)
        .toList();
  }

  private static boolean searchable(CustomField field) {
    return !field.sensitive() && field.kind() != FieldKind.BOOLEAN;
  }
}
