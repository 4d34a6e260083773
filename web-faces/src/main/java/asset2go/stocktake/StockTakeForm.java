package asset2go.stocktake;

import asset2go.catalogue.CategoriesApi;
import asset2go.frame.Form;
import asset2go.location.LocationsApi;
import asset2go.lookup.Lookup;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be counted: a location or a category. */
@Named
@RequestScoped
public class StockTakeForm {
  @Inject HttpServletRequest request;
  @Inject StockTakesApi api;
  @Inject LocationsApi locations;
  @Inject CategoriesApi categories;
  @Inject Lookup lookup;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();
  private boolean includeAway;

  /** Opens the form, perhaps for a location or a category that is known already. */
  public void load() {
    var location = request.getParameter("of");
    if (location != null) {
      values.put("locationId", location);
      values.put("location", locations.get(location).name());
    }
    var category = request.getParameter("category");
    if (category != null) {
      values.put("categoryId", category);
      values.put("category", categories.get(category).name());
    }
  }

  /** Begins it. */
  public void open() {
    var location = found("location");
    var category = found("category");
    if (form.isRefused()) {
      return;
    }
    form.send(
        () -> {
          var draft =
              new StockTakeDraft(Form.text(values.get("name")), location, category, includeAway);
          return "/stock-takes/" + api.open(draft).id();
        },
        "note.take.opened");
  }

  private @Nullable String found(String kind) {
    var typed = Form.orNull(values.get(kind));
    var id = lookup.resolve(kind, values.get(kind + "Id"), typed);
    if (id == null && typed != null) {
      form.refuseField(kind, "lookup.unknown");
    }
    return id;
  }

  public Map<String, String> getValues() {
    return values;
  }

  public boolean isIncludeAway() {
    return includeAway;
  }

  public void setIncludeAway(boolean includeAway) {
    this.includeAway = includeAway;
  }
}
