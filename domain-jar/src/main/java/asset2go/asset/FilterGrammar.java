package asset2go.asset;

import asset2go.catalogue.FieldSearch;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.location.LocationTree;
import asset2go.maintenance.Calibrated;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the parameters of a list of assets mean: each a condition, and a way to those it leaves. */
final class FilterGrammar {

  private final Transaction tx;
  private final Actor actor;
  private final AssetFilter filter;

  private FilterGrammar(Transaction tx, Actor actor) {
    this.tx = tx;
    this.actor = actor;
    this.filter = new AssetFilter(actor.scope());
  }

  /**
   * Reads a query.
   *
   * @throws asset2go.problem.DomainError.Malformed for what a parameter cannot mean
   */
  static AssetFilter read(Transaction tx, Actor actor, AssetQuery query) {
    FilterGrammar grammar = new FilterGrammar(tx, actor);
    grammar.own(query);
    grammar.models(query);
    grammar.times(query);
    new RelatedAssets(tx, actor, grammar.filter).read(query);
    query.fields.forEach(grammar::field);
    grammar.states(query);
    grammar.filter.begin(tx, Said.text(query.q));
    return grammar.filter;
  }

  private void own(AssetQuery query) {
    begins("tag", "tag, id", "a.id IS NOT NULL", query.tag);
    begins("serial", "serial", "true", query.serial);
    begins("orderNumber", "orderNumber", "true", query.order);
    equal("supplierId", "supplierId", "true", query.supplier);
    equal("companyId", "companyId, tag", "a.tag IS NOT NULL", query.company);
    String location = Said.text(query.location);
    if (location != null) {
      filter.oneOf(
          "rootLocationId",
          "rootLocationId",
          "a.rootLocationId IN $places",
          "places",
          LocationTree.subtree(tx, actor.scope(), location));
    }
    span("priceAmount", "price", query.priceFrom, query.priceTo, Said::amount, Said::amount);
    String currency = Said.text(query.currency);
    if (currency != null) {
      filter.and("a.currency = $currency", "currency", currency);
    }
  }

  /** Model, category and manufacturer together leave some models. */
  private void models(AssetQuery query) {
    Set<String> left = null;
    String model = Said.text(query.model);
    if (model != null) {
      left = both(left, List.of(model));
    }
    String category = Said.text(query.category);
    if (category != null) {
      left = both(left, inCategory(category));
    }
    String manufacturer = Said.text(query.manufacturer);
    if (manufacturer != null) {
      left = both(left, madeBy(manufacturer));
    }
    if (left != null) {
      filter.oneOf("modelId", "modelId", "a.modelId IN $models", "models", left);
    }
  }

  /** What very many have in common, so that this is the last way to go by. */
  private void states(AssetQuery query) {
    String status = Said.text(query.status);
    if (status != null) {
      filter.oneOf(
          "status",
          "status, id",
          "a.status IN $status AND a.id IS NOT NULL",
          "status",
          Said.names("status", status, EquipmentStatus.class));
    }
    String condition = Said.text(query.condition);
    if (condition != null) {
      filter.oneOf(
          "condition",
          "condition",
          "a.condition IN $condition",
          "condition",
          Said.names("condition", condition, Condition.class));
    }
  }

  private static Set<String> both(@Nullable Set<String> some, List<String> others) {
    Set<String> all = new LinkedHashSet<>(others);
    if (some != null) {
      all.retainAll(some);
    }
    return all;
  }

  private void times(AssetQuery query) {
    days("purchaseDate", "purchased", query.purchasedFrom, query.purchasedTo);
    days("warrantyUntil", "warranty", query.warrantyFrom, query.warrantyTo);
    days("due", "due", query.dueFrom, query.dueTo);
    moments("createdAt", "created", query.createdFrom, query.createdTo);
    moments("updatedAt", "updated", query.updatedFrom, query.updatedTo);
    String overdue = Said.text(query.overdue);
    if (overdue != null) {
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      if (Said.either("overdue", overdue, "true", "false")) {
        filter.indexed("due", "a.due < $today", "today", today);
      } else {
        filter.and("(a.due IS NULL OR a.due >= $today)", "today", today);
      }
    }
    String calibration = Said.text(query.calibration);
    if (calibration != null) {
      filter.indexed(
          Calibrated.property(calibration),
          Calibrated.condition(calibration),
          "calibratedOn",
          Calibrated.today());
    }
  }

  private void days(String property, String name, @Nullable String from, @Nullable String to) {
    span(property, name, from, to, Said::day, Said::day);
  }

  /** Days of UTC, the last one to its end. */
  private void moments(String property, String name, @Nullable String from, @Nullable String to) {
    span(
        property,
        name,
        from,
        to,
        (parameter, said) -> Said.day(parameter, said).atStartOfDay(ZoneOffset.UTC),
        (parameter, said) ->
            Said.day(parameter, said).plusDays(1).atStartOfDay(ZoneOffset.UTC).minusNanos(1));
  }

  private interface Bound {
    Object read(String parameter, String said);
  }

  private void span(
      String property,
      String name,
      @Nullable String from,
      @Nullable String to,
      Bound first,
      Bound last) {
    List<String> both = new ArrayList<>();
    String low = Said.text(from);
    if (low != null) {
      both.add("a.%s >= $%sFrom".formatted(property, name));
      filter.parameter(name + "From", first.read(name + ".from", low));
    }
    String high = Said.text(to);
    if (high != null) {
      both.add("a.%s <= $%sTo".formatted(property, name));
      filter.parameter(name + "To", last.read(name + ".to", high));
    }
    if (!both.isEmpty()) {
      // The indexes of these two are those of orders, with the id.
      boolean ordered = property.endsWith("At");
      both.add(ordered ? "a.id IS NOT NULL" : "true");
      String condition = String.join(" AND ", both);
      filter.and(condition);
      filter.anchor(Anchor.index(ordered ? property + ", id" : property, condition));
    }
  }

  private void begins(String property, String index, String also, @Nullable String value) {
    String said = Said.text(value);
    if (said != null) {
      filter.indexed(
          index, "a.%1$s STARTS WITH $%1$s AND %2$s".formatted(property, also), property, said);
    }
  }

  private void equal(String property, String index, String also, @Nullable String value) {
    String said = Said.text(value);
    if (said != null) {
      filter.indexed(index, "a.%1$s = $%1$s AND %2$s".formatted(property, also), property, said);
    }
  }

  /** A custom field by its id or name; of that name there may be one in several categories. */
  private void field(String asked, List<String> values) {
    List<String> any = new ArrayList<>();
    Set<String> models = new LinkedHashSet<>();
    List<FieldSearch> searches = FieldSearch.of(tx, actor, asked, values);
    for (FieldSearch sought : searches) {
      String n = "field" + any.size() + "of" + models.size() + "in" + filter.parameters().size();
      List<String> have = inCategory(sought.field().category().id());
      models.addAll(have);
      if (sought.stored() != null) {
        filter.parameter(n, sought.stored());
      }
      filter.parameter(n + "Models", have);
      any.add("%s AND a.modelId IN $%sModels".formatted(sought.condition(n), n));
      if (searches.size() == 1 && sought.isIndexed()) {
        filter.anchor(Anchor.index("`%s`".formatted(sought.property()), sought.condition(n)));
      }
    }
    String m = "models" + filter.parameters().size();
    filter.and("((" + String.join(") OR (", any) + "))");
    filter.parameter(m, List.copyOf(models));
    filter.anchor(
        Anchor.index("modelId", "a.modelId IN $" + m)
            .withValues(new ByValue("modelId", m, models.size())));
  }

  private List<String> inCategory(String categoryId) {
    return tx.list(
        """
        MATCH (:Category {id: $id})<-[:SUBCATEGORY_OF*0..30]-()<-[:IN_CATEGORY]-(m:AssetModel)
        RETURN m.id AS id
        """,
        Map.of("id", categoryId),
        row -> row.get("id").asString());
  }

  private List<String> madeBy(String manufacturerId) {
    return tx.list(
        "MATCH (m:AssetModel {manufacturerId: $id}) RETURN m.id AS id",
        Map.of("id", manufacturerId),
        row -> row.get("id").asString());
  }
}
