package asset2go.asset;

import asset2go.catalogue.FieldSearch;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.location.LocationTree;
import asset2go.maintenance.Calibrated;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import asset2go.search.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a list of assets comes from and what it is narrowed to, as Cypher with parameters. */
final class AssetFilter {

  /** No more than this many matches of a text are looked at; beyond that, narrow the search. */
  private static final int BEST = 1000;

  private static final String ALL = "MATCH (a:Asset)";

  private final Scope scope;
  private String source;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, @Nullable Object> parameters = new HashMap<>();

  /** Of all that somebody may see. */
  AssetFilter(Scope scope) {
    this.scope = scope;
    source = scope.isFew() ? scope.source("a") : ALL;
    if (!scope.isEverything()) {
      conditions.add(scope.asset("a"));
      parameters.putAll(scope.parameters());
    }
  }

  static AssetFilter of(Transaction tx, Actor actor, AssetQuery query) {
    AssetFilter filter = new AssetFilter(actor.scope());
    filter.text(query.q);
    filter.anyOf("status", query.status, EquipmentStatus.class);
    filter.anyOf("condition", query.condition, Condition.class);
    filter.equal("a.modelId = $model", "model", query.model);
    filter.equal("a.companyId = $company", "company", query.company);
    filter.equal("a.supplierId = $supplier", "supplier", query.supplier);
    filter.batch(said(query.batch));
    String calibration = said(query.calibration);
    if (calibration != null) {
      filter.and(Calibrated.condition(calibration), "calibratedOn", Calibrated.today());
    }
    filter.equal("EXISTS { (a)-[:HELD_BY]->({id: $holder}) }", "holder", query.holder);
    String location = said(query.location);
    if (location != null) {
      filter.and(
          "a.rootLocationId IN $places",
          "places",
          LocationTree.subtree(tx, actor.scope(), location));
    }
    String category = said(query.category);
    if (category != null) {
      filter.and("a.modelId IN $categoryModels", "categoryModels", inCategory(tx, category));
    }
    String manufacturer = said(query.manufacturer);
    if (manufacturer != null) {
      filter.and("a.modelId IN $madeBy", "madeBy", madeBy(tx, manufacturer));
    }
    query.fields.forEach((field, value) -> filter.field(tx, actor, field, value));
    return filter;
  }

  /** Takes the rows from somewhere else than all assets. */
  void source(String cypher, String parameter, Object value) {
    source = cypher;
    parameters.put(parameter, value);
  }

  void and(String condition, String parameter, Object value) {
    conditions.add(condition);
    parameters.put(parameter, value);
  }

  /**
   * Where a page comes from. Of many that are seen among all, the next few are met by walking the
   * order; Neo4j, which does not know how many a parameter lists, would gather and sort them all.
   */
  String source(AssetSort sort) {
    boolean onlyScope = source.equals(ALL) && conditions.size() == 1 && !scope.isEverything();
    return onlyScope ? "%s USING INDEX a:Asset(%s, id)".formatted(ALL, sort.property()) : source;
  }

  /** Where to count from: an order is of no use there. */
  String countSource() {
    return source.equals(ALL) ? scope.source("a") : source;
  }

  String condition() {
    return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
  }

  Map<String, @Nullable Object> parameters() {
    return parameters;
  }

  boolean isEmpty() {
    return conditions.isEmpty() && source.equals(ALL);
  }

  /** A batch is small: its assets are read from it, unless a text has brought them already. */
  private void batch(@Nullable String batch) {
    if (batch == null) {
      return;
    }
    if (source.equals(ALL)) {
      source("MATCH (:Batch {id: $batch})<-[:FROM_BATCH]-(a:Asset)", "batch", batch);
    } else {
      and("EXISTS { (a)-[:FROM_BATCH]->(:Batch {id: $batch}) }", "batch", batch);
    }
  }

  /** A custom field by its id or name; of that name there may be one in several categories. */
  private void field(Transaction tx, Actor actor, String nameOrId, String value) {
    List<String> any = new ArrayList<>();
    for (FieldSearch sought : FieldSearch.of(tx, actor, nameOrId, value)) {
      String n = "field" + parameters.size();
      parameters.put(n, sought.stored());
      parameters.put(n + "Models", inCategory(tx, sought.categoryId()));
      any.add("(a.`%s` = $%s AND a.modelId IN $%sModels)".formatted(sought.property(), n, n));
    }
    conditions.add("(" + String.join(" OR ", any) + ")");
  }

  private void equal(String condition, String parameter, @Nullable String value) {
    String said = said(value);
    if (said != null) {
      and(condition, parameter, said);
    }
  }

  private <E extends Enum<E>> void anyOf(String property, @Nullable String values, Class<E> type) {
    String said = said(values);
    if (said == null) {
      return;
    }
    List<String> names =
        Arrays.stream(said.split(",", -1))
            .map(name -> name.strip().toUpperCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .map(name -> constant(property, name, type).name())
            .toList();
    and("a.%s IN $%s".formatted(property, property), property, names);
  }

  private static <E extends Enum<E>> E constant(String property, String name, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new DomainError.Malformed(
                    property,
                    "must be of "
                        + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants()).map(Enum::name).toList())));
  }

  /**
   * Words and beginnings of words by the full-text index; a part of a word by the trigram index
   * where no word begins like that.
   */
  private void text(@Nullable String asked) {
    String q = said(asked);
    if (q == null) {
      return;
    }
    if (scope.isFew()) {
      // The best thousand of all might be none of these few.
      and("all(word IN $words WHERE a.searchText CONTAINS word)", "words", Folding.words(q));
      return;
    }
    String lucene = Folding.toLucene(q);
    source =
        """
        CALL {
          CALL db.index.fulltext.queryNodes('asset_words', $lucene, {limit: %1$d}) YIELD node
          RETURN node AS a
          UNION
          MATCH (a:Asset) WHERE a.searchText CONTAINS $part AND %2$s
          RETURN a LIMIT %3$d
        }
        WITH DISTINCT a
        """
            .formatted(scope.isEverything() ? BEST : 10 * BEST, scope.asset("a"), BEST);
    parameters.put("lucene", lucene == null ? "+\"\"" : lucene);
    parameters.put("part", Folding.fold(q));
  }

  private static List<String> inCategory(Transaction tx, String categoryId) {
    return tx.list(
        """
        MATCH (:Category {id: $id})<-[:SUBCATEGORY_OF*0..30]-()<-[:IN_CATEGORY]-(m:AssetModel)
        RETURN m.id AS id
        """,
        Map.of("id", categoryId),
        row -> row.get("id").asString());
  }

  private static List<String> madeBy(Transaction tx, String manufacturerId) {
    return tx.list(
        "MATCH (m:AssetModel {manufacturerId: $id}) RETURN m.id AS id",
        Map.of("id", manufacturerId),
        row -> row.get("id").asString());
  }

  private static @Nullable String said(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
