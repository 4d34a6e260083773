package asset2go.asset;

import asset2go.catalogue.CustomField;
import asset2go.catalogue.FieldKind;
import asset2go.client.ApiProblem;
import asset2go.client.Recent;
import asset2go.frame.Figures;
import asset2go.frame.Texts;
import asset2go.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Filters of a list of assets as people read them: what is compared, and with what. */
@RequestScoped
public class FilterWords {

  /** What the names begin with of what is kept a while. */
  public static final String KEPT = "filters ";

  /** Filters by something that has a name, and what it is. */
  public static final Map<String, String> KINDS =
      Map.of(
          "location", "location",
          "category", "category",
          "company", "company",
          "holder", "holder",
          "model", "model",
          "manufacturer", "manufacturer",
          "supplier", "supplier",
          "batch", "batch");

  private static final List<String> COMPARED = List.of("begins", "from", "to", "none");

  @Inject Recent recent;
  @Inject Texts texts;
  @Inject Figures figures;
  @Inject AssetsApi assets;

  private String query = "";
  private @Nullable AssetFilters filters;

  /** Says which list it is about. */
  void about(String list) {
    query = list;
    filters = null;
  }

  /** What a filter is called. */
  public String label(String name) {
    if (!name.startsWith(AssetQuery.FIELD)) {
      return texts.get("filter." + name);
    }
    var field = field(name).map(CustomField::name).orElse(name);
    var compared = compared(name);
    return compared == null ? field : texts.get("filter.field." + compared, field);
  }

  /** What it is compared with. */
  public String value(String name, String value) {
    if (name.startsWith(AssetQuery.FIELD)) {
      return ofField(name, value);
    }
    if (KINDS.containsKey(name)) {
      return value.equals("none")
          ? texts.get("filter.holder.none")
          : filters().names().getOrDefault(name, value);
    }
    return switch (name) {
      case "status", "condition" -> texts.orElse(name + "." + value, value);
      case "overdue", "workOrder", "calibration" ->
          texts.orElse("filter." + name + "." + value, value);
      default -> day(value);
    };
  }

  private String ofField(String name, String value) {
    if ("none".equals(compared(name))) {
      return texts.get("filter.none");
    }
    var field = field(name);
    var unit = field.map(CustomField::unit).orElse(null);
    if (field.isPresent() && field.get().kind() == FieldKind.BOOLEAN) {
      return texts.orElse("filter.truth." + value, value);
    }
    return unit == null ? day(value) : value + " " + unit;
  }

  private String day(String value) {
    try {
      return figures.day(LocalDate.parse(value));
    } catch (DateTimeException other) {
      return value;
    }
  }

  private static @Nullable String compared(String name) {
    return COMPARED.stream().filter(word -> name.endsWith("." + word)).findFirst().orElse(null);
  }

  /** The field that a filter is of, where it is named by its id. */
  private Optional<CustomField> field(String name) {
    var compared = compared(name);
    var end = compared == null ? name.length() : name.length() - compared.length() - 1;
    var id = name.substring(AssetQuery.FIELD.length(), end);
    return filters().named().stream().filter(field -> field.id().equals(id)).findFirst();
  }

  /** What the API has to say about the filters: asked once. */
  AssetFilters filters() {
    if (filters == null) {
      try {
        filters = recent.get(KEPT + query, () -> assets.filters(query));
      } catch (RuntimeException failure) {
        var problem = ApiProblem.in(failure).orElseThrow(() -> failure);
        if (problem.status() != 400) {
          throw problem;
        }
        // The list says what cannot be understood.
        filters = AssetFilters.NONE;
      }
    }
    return filters;
  }

  /** What the API has against a filter. */
  public String fault(Problem problem) {
    var errors = problem.errors();
    if (errors == null || errors.isEmpty()) {
      return Objects.requireNonNullElse(problem.detail(), problem.title());
    }
    var error = errors.get(0);
    return texts.get(
        "filter.wrong",
        AssetQuery.knows(error.field()) ? label(error.field()) : error.field(),
        error.message());
  }
}
