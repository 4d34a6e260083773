package asset2go.catalogue;

import asset2go.catalogue.Catalogue.Category;
import asset2go.frame.Form;
import asset2go.frame.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A category: what its assets are described with. */
@Named
@RequestScoped
public class CategoryPage {
  @Inject HttpServletRequest request;
  @Inject CategoriesApi categories;
  @Inject FieldsApi api;
  @Inject Texts texts;
  @Inject Form form;

  private @Nullable Category category;
  private List<CustomField> fields = List.of();

  public void load() {
    category = categories.get(getId());
    fields = api.list(getId(), null, null, null, null).items();
  }

  public String getId() {
    return String.valueOf(request.getParameter("id"));
  }

  public String getAddress() {
    return "/catalogue/categories/" + getId();
  }

  /** A form that was sent needs it before the page is shown. */
  public Category getCategory() {
    if (category == null) {
      load();
    }
    return java.util.Objects.requireNonNull(category);
  }

  /** Says whether what is not calibrated may go out, the other way round than it was shown. */
  public void toggleCalibration() {
    var wanted = !getCategory().needsCalibration();
    form.send(
        () -> {
          categories.change(
              getId(), null, Json.createObjectBuilder().add("needsCalibration", wanted).build());
          return getAddress();
        });
  }

  public List<CustomField> getFields() {
    return fields;
  }

  public boolean isOwn(CustomField field) {
    return field.category().id().equals(getId());
  }

  Optional<CustomField> find(@Nullable String id) {
    if (category == null) {
      load();
    }
    return fields.stream().filter(field -> field.id().equals(id)).findFirst();
  }

  /** A depreciation in a line. */
  public String words(@Nullable Depreciation depreciation) {
    if (depreciation == null) {
      return texts.get("depreciation.unsaid");
    }
    var residual = depreciation.residualPercent();
    return texts.get(
            "depreciation.words." + depreciation.method(),
            depreciation.months(),
            depreciation.ratePercent())
        + (residual == null || residual.signum() == 0
            ? ""
            : " " + texts.get("depreciation.residual", residual));
  }

  /** What else there is to say of a field, in a line. */
  public String detail(CustomField field) {
    return Stream.of(
            Stream.ofNullable(field.unit()),
            Stream.ofNullable(field.choices()).map(choices -> String.join(", ", choices)),
            Stream.ofNullable(field.pattern()),
            flag(field.required(), "required"),
            flag(field.unique(), "unique"),
            flag(field.sensitive(), "sensitive"),
            flag(field.filterable(), "filterable"))
        .flatMap(parts -> parts)
        .collect(Collectors.joining(" · "));
  }

  private Stream<String> flag(boolean on, String name) {
    return on ? Stream.of(texts.get("field." + name)) : Stream.empty();
  }
}
