package asset2go.asset;

import asset2go.catalogue.CustomField;
import asset2go.catalogue.FieldsApi;
import asset2go.client.Recent;
import asset2go.frame.Form;
import asset2go.frame.Texts;
import asset2go.identity.Viewer;
import asset2go.page.Ref;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The custom fields that the form asks for: those of the model that is chosen on it. */
@RequestScoped
public class FieldInputs {
  @Inject HttpServletRequest request;
  @Inject FieldsApi api;
  @Inject Recent recent;
  @Inject Texts texts;
  @Inject Viewer viewer;

  /** The fields of a model that this person may set. */
  List<CustomField> fields(@Nullable String modelId) {
    if (modelId == null) {
      return List.of();
    }
    return recent
        .get("fields:" + modelId, () -> api.list(null, modelId, null, null, null).items())
        .stream()
        .filter(field -> viewer.isEditor() || !field.sensitive())
        .toList();
  }

  /** How they are asked for. */
  List<FieldInput> of(List<CustomField> fields, Map<String, String> values) {
    return fields.stream().map(field -> FieldInput.of(field, options(field, values))).toList();
  }

  private List<Ref> options(CustomField field, Map<String, String> values) {
    return switch (field.kind()) {
      case BOOLEAN ->
          List.of(new Ref("true", texts.get("form.yes")), new Ref("false", texts.get("form.no")));
      case CHOICE -> choices(field, values);
      default -> List.of();
    };
  }

  /** A choice that was struck off the list stays where it stands. */
  private List<Ref> choices(CustomField field, Map<String, String> values) {
    List<String> choices = new ArrayList<>(field.choices() == null ? List.of() : field.choices());
    var now = Form.orNull(values.get(FieldInput.key(field)));
    var sent = Form.orNull(request.getParameter("f_" + field.id()));
    for (var other : new String[] {now, sent}) {
      if (other != null && !choices.contains(other)) {
        choices.add(other);
      }
    }
    return choices.stream().map(choice -> new Ref(choice, choice)).toList();
  }
}
