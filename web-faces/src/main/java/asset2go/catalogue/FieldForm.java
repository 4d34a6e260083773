package asset2go.catalogue;

import asset2go.frame.Form;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes, changes or removes a custom field of a category. */
@Named
@RequestScoped
public class FieldForm {
  private static final List<String> FLAGS =
      List.of("required", "unique", "sensitive", "filterable");

  @Inject HttpServletRequest request;
  @Inject FieldsApi api;
  @Inject CategoryPage page;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Boolean> flags = new HashMap<>();

  /** Fills the form in where it is opened. */
  public void load() {
    page.load();
    page.find(asked()).ifPresent(this::show);
  }

  private void show(CustomField field) {
    values.put("name", field.name());
    values.put("kind", field.kind().name());
    values.put("unit", Objects.requireNonNullElse(field.unit(), ""));
    values.put("choices", field.choices() == null ? "" : String.join("\n", field.choices()));
    values.put("pattern", Objects.requireNonNullElse(field.pattern(), ""));
    values.put("hint", Objects.requireNonNullElse(field.hint(), ""));
    flags.put("required", field.required());
    flags.put("unique", field.unique());
    flags.put("sensitive", field.sensitive());
    flags.put("filterable", field.filterable());
  }

  private @Nullable String asked() {
    return request.getParameter("field");
  }

  public boolean isFresh() {
    return "new".equals(asked());
  }

  /** Whether the dialog is open. */
  public boolean isOpen() {
    return isFresh() || page.find(asked()).isPresent();
  }

  /** Whether its kind stays as it is. */
  public boolean isUsed() {
    return page.find(asked()).map(CustomField::used).orElse(false);
  }

  public void save() {
    send(
        () -> {
          if (isFresh()) {
            api.create(draft());
          } else {
            api.change(String.valueOf(asked()), null, patch());
          }
        });
  }

  public void remove() {
    send(() -> api.delete(String.valueOf(asked()), null));
  }

  private void send(Runnable change) {
    form.send(
        () -> {
          change.run();
          return page.getAddress();
        },
        "note.field.saved");
    if (form.isRefused()) {
      page.load();
    }
  }

  private CustomFieldDraft draft() {
    return new CustomFieldDraft(
        page.getId(),
        Form.text(values.get("name")),
        FieldKind.valueOf(Form.text(values.get("kind"))),
        Form.orNull(values.get("unit")),
        choices(),
        Form.orNull(values.get("pattern")),
        Form.orNull(values.get("hint")),
        flags.get("required"),
        flags.get("unique"),
        flags.get("sensitive"),
        flags.get("filterable"));
  }

  private JsonObject patch() {
    var patch = Json.createObjectBuilder().add("name", Form.text(values.get("name")));
    for (var part : List.of("unit", "pattern", "hint")) {
      var typed = Form.orNull(values.get(part));
      patch.add(part, typed == null ? JsonValue.NULL : Json.createValue(typed));
    }
    var choices = choices();
    patch.add(
        "choices", choices == null ? JsonValue.NULL : Json.createArrayBuilder(choices).build());
    if (!isUsed()) {
      patch.add("kind", Form.text(values.get("kind")));
    }
    for (var flag : FLAGS) {
      if (!(flag.equals("unique") && isUsed())) {
        patch.add(flag, Boolean.TRUE.equals(flags.get(flag)));
      }
    }
    return patch.build();
  }

  private @Nullable List<String> choices() {
    var lines =
        Form.text(values.get("choices")).lines().map(String::strip).filter(l -> !l.isEmpty());
    var choices = lines.toList();
    return choices.isEmpty() ? null : choices;
  }

  public Map<String, String> getValues() {
    return values;
  }

  public Map<String, Boolean> getFlags() {
    return flags;
  }

  public FieldKind[] getKinds() {
    return FieldKind.values();
  }
}
