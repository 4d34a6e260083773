package asset2go.catalogue;

import asset2go.catalogue.Depreciation.Method;
import asset2go.frame.Form;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says how things of a category lose their value. */
@Named
@RequestScoped
public class DepreciationForm {
  @Inject HttpServletRequest request;
  @Inject CategoriesApi api;
  @Inject CategoryPage page;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();

  /** Fills the form in where it is opened. */
  public void load() {
    var now = isOpen() ? page.getCategory().depreciation() : null;
    if (now != null) {
      values.put("method", now.method().name());
      values.put("months", text(now.months()));
      values.put("ratePercent", text(now.ratePercent()));
      values.put("residualPercent", text(now.residualPercent()));
    }
  }

  public boolean isOpen() {
    return request.getParameter("depreciation") != null;
  }

  public void save() {
    form.send(
        () -> {
          api.change(
              page.getId(),
              null,
              Json.createObjectBuilder().add("depreciation", depreciation()).build());
          return page.getAddress();
        },
        "note.depreciation.saved");
    if (form.isRefused()) {
      page.load();
    }
  }

  private JsonValue depreciation() {
    var method = Form.orNull(values.get("method"));
    if (method == null) {
      return JsonValue.NULL;
    }
    var depreciation = Json.createObjectBuilder().add("method", method);
    depreciation.add("months", months());
    for (var part : new String[] {"ratePercent", "residualPercent"}) {
      var typed = Form.orNull(values.get(part));
      depreciation.add(
          part, typed == null ? JsonValue.NULL : Json.createValue(typed.replace(',', '.')));
    }
    return depreciation.build();
  }

  /** What is no number is left for the API to say so. */
  private JsonValue months() {
    var typed = Form.orNull(values.get("months"));
    if (typed == null) {
      return JsonValue.NULL;
    }
    return typed.matches("\\d{1,9}")
        ? Json.createValue(Integer.parseInt(typed))
        : Json.createValue(typed);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  public Map<String, String> getValues() {
    return values;
  }

  public Method[] getMethods() {
    return Method.values();
  }
}
