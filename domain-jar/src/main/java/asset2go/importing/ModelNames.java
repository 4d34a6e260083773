package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.importing.AssetRow.ModelName;
import asset2go.page.Ref;
import asset2go.search.Folding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Models by manufacturer and name, of one batch; those that are not there are made. */
final class ModelNames {

  /** A model, with the names that its assets are found by. */
  record Model(String id, String name, @Nullable String manufacturer) {}

  private final Names manufacturers;
  private final Names categories;
  private final Map<String, Model> byKey = new HashMap<>();

  private ModelNames(Names manufacturers, Names categories) {
    this.manufacturers = manufacturers;
    this.categories = categories;
  }

  static ModelNames resolve(
      Transaction tx, Scope scope, Memory memory, Collection<ModelName> names) {
    List<ModelName> wanted = names.stream().filter(name -> !name.isEmpty()).distinct().toList();
    ModelNames found =
        new ModelNames(
            Names.resolve(tx, scope, memory, "Manufacturer", present(wanted, true)),
            Names.resolve(tx, scope, memory, "Category", present(wanted, false)));
    found.find(tx, scope, memory, wanted);
    memory.learn(tx, "AssetModel", found.byKey);
    return found;
  }

  private static List<String> present(List<ModelName> names, boolean manufacturers) {
    return names.stream()
        .map(name -> manufacturers ? name.manufacturer() : name.category())
        .filter(Objects::nonNull)
        .toList();
  }

  private void find(Transaction tx, Scope scope, Memory memory, List<ModelName> names) {
    Map<String, Map<String, @Nullable Object>> wanted = new TreeMap<>();
    for (ModelName name : names) {
      if (missing(name) == null) {
        wanted.putIfAbsent(key(name), row(name));
      }
    }
    byKey.putAll(memory.recall("AssetModel", Model.class, wanted.keySet()));
    wanted.keySet().removeAll(byKey.keySet());
    if (wanted.isEmpty()) {
      return;
    }
    add(
        tx.rows(
            """
            UNWIND $rows AS row
            MATCH (m:AssetModel {manufacturerId: row.manufacturerId, nameKey: row.nameKey})
            RETURN row.key AS key, m.id AS id, m.name AS name, row.manufacturer AS manufacturer
            """,
            map("rows", List.copyOf(wanted.values()))));
    wanted.keySet().removeAll(byKey.keySet());
    if (!wanted.isEmpty() && scope.createMissing()) {
      create(tx, scope, List.copyOf(wanted.values()));
    }
  }

  private void create(Transaction tx, Scope scope, List<Map<String, @Nullable Object>> wanted) {
    if (!scope.write()) {
      wanted.forEach(
          row ->
              byKey.put(
                  String.valueOf(row.get("key")),
                  new Model(
                      String.valueOf(row.get("id")),
                      String.valueOf(row.get("name")),
                      (String) row.get("manufacturer"))));
      return;
    }
    add(
        tx.rows(
            """
            UNWIND $rows AS row
            MERGE (m:AssetModel {manufacturerId: row.manufacturerId, nameKey: row.nameKey})
            ON CREATE SET m.id = row.id, m.name = row.name, m.number = row.number, m.version = 1,
                          m.createdAt = $now
            RETURN row.key AS key, m.id AS id, m.name AS name, row.manufacturer AS manufacturer
            """,
            map("rows", wanted, "now", scope.now())));
    List<Map<String, @Nullable Object>> made =
        wanted.stream()
            .filter(
                row -> Objects.requireNonNull(byKey.get(row.get("key"))).id().equals(row.get("id")))
            .toList();
    tx.run(
        """
        UNWIND $rows AS row
        MATCH (m:AssetModel {id: row.id}), (f:Manufacturer {id: row.manufacturerId})
        CREATE (m)-[:MADE_BY]->(f)
        """,
        map("rows", made));
    tx.run(
        """
        UNWIND $rows AS row
        MATCH (m:AssetModel {id: row.id}), (c:Category {id: row.categoryId})
        CREATE (m)-[:IN_CATEGORY]->(c)
        """,
        map("rows", made));
  }

  private Map<String, @Nullable Object> row(ModelName name) {
    Ref manufacturer = manufacturers.get(name.manufacturer());
    Ref category = categories.get(name.category());
    return map(
        "key", key(name),
        "id", Ids.next(),
        "name", name.known(),
        "nameKey", Folding.fold(name.known()),
        "number", name.number(),
        "manufacturerId", manufacturer == null ? "" : manufacturer.id(),
        "manufacturer", manufacturer == null ? null : manufacturer.name(),
        "categoryId", category == null ? "" : category.id());
  }

  private void add(List<Record> rows) {
    for (Record row : rows) {
      byKey.put(
          row.get("key").asString(),
          new Model(
              row.get("id").asString(),
              row.get("name").asString(),
              Values.text(row.get("manufacturer"))));
    }
  }

  private static String key(ModelName name) {
    String manufacturer = name.manufacturer() == null ? "" : Folding.fold(name.manufacturer());
    return manufacturer + '\n' + Folding.fold(name.known());
  }

  /** The field whose name is neither there nor may be made; null where all is well. */
  @Nullable Field missing(ModelName name) {
    if (name.manufacturer() != null && manufacturers.get(name.manufacturer()) == null) {
      return Field.MANUFACTURER;
    }
    return name.category() != null && categories.get(name.category()) == null
        ? Field.CATEGORY
        : null;
  }

  /** Id of the category that a row names, null where it names none that there is. */
  @Nullable String categoryId(ModelName name) {
    Ref category = categories.get(name.category());
    return category == null ? null : category.id();
  }

  /** The model, null where it is not there and may not be made. */
  @Nullable Model get(ModelName name) {
    return byKey.get(key(name));
  }
}
