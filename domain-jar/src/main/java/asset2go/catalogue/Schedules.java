package asset2go.catalogue;

import static asset2go.graph.Parameters.map;

import asset2go.catalogue.Catalogue.Inherited;
import asset2go.catalogue.Depreciation.Method;
import asset2go.graph.Transaction;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** The depreciation of categories, as properties of their nodes. */
public final class Schedules {

  /** What a category, bound to {@code k}, has of one. */
  static final String VIEW =
      """
      k{.id, .name, .depreciationMethod, .depreciationMonths, .depreciationRate,
        .depreciationResidual}\
      """;

  private Schedules() {}

  /** The depreciation of a viewed category, null where it has none of its own. */
  static @Nullable Depreciation of(Value category) {
    if (category.isNull() || category.get("depreciationMethod").isNull()) {
      return null;
    }
    Value months = category.get("depreciationMonths");
    return new Depreciation(
        Method.valueOf(category.get("depreciationMethod").asString()),
        months.isNull() ? null : months.asInt(),
        decimal(category.get("depreciationRate")),
        decimal(category.get("depreciationResidual")));
  }

  private static @Nullable BigDecimal decimal(Value value) {
    return value.isNull() ? null : new BigDecimal(value.asString());
  }

  /** The same with the category itself. */
  static @Nullable Inherited inherited(Value category) {
    Depreciation depreciation = of(category);
    return depreciation == null
        ? null
        : new Inherited(
            depreciation, new Ref(category.get("id").asString(), category.get("name").asString()));
  }

  /** What applies to assets of a model: that of its category, else of the nearest one above. */
  public static Optional<Inherited> ofModel(Transaction tx, @Nullable String modelId) {
    return tx.one(
            """
            MATCH (:AssetModel {id: $id})-[:IN_CATEGORY]->(c)
            MATCH p = (c)-[:SUBCATEGORY_OF*0..30]->(k:Category)
            WHERE k.depreciationMethod IS NOT NULL
            RETURN %s AS category ORDER BY length(p) LIMIT 1
            """
                .formatted(VIEW),
            map("id", modelId))
        .map(row -> Objects.requireNonNull(inherited(row.get("category"))));
  }

  /**
   * The properties of a category's node.
   *
   * @throws DomainError.Invalid where the method lacks what it needs, or has what it knows nothing
   *     of
   */
  static Map<String, @Nullable Object> properties(@Nullable Depreciation depreciation) {
    if (depreciation == null) {
      return map(
          "depreciationMethod", null,
          "depreciationMonths", null,
          "depreciationRate", null,
          "depreciationResidual", null);
    }
    Method method = depreciation.method();
    check("months", depreciation.months(), method == Method.STRAIGHT_LINE);
    check("ratePercent", depreciation.ratePercent(), method == Method.DECLINING_BALANCE);
    if (method == Method.NONE) {
      check("residualPercent", depreciation.residualPercent(), false);
    }
    return map(
        "depreciationMethod", method,
        "depreciationMonths", depreciation.months(),
        "depreciationRate", text(depreciation.ratePercent()),
        "depreciationResidual", text(depreciation.residualPercent()));
  }

  private static void check(String part, @Nullable Object value, boolean wanted) {
    String field = "depreciation." + part;
    if (wanted && value == null) {
      throw new DomainError.Invalid(field, Fault.REQUIRED, "is needed for this method");
    }
    if (!wanted && value != null) {
      throw new DomainError.Invalid(field, "does not belong to this method");
    }
  }

  private static @Nullable String text(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros().toPlainString();
  }
}
