package asset2go.asset;

import asset2go.catalogue.CustomField;
import asset2go.page.Ref;
import java.util.List;

/**
 * How a custom field is asked for on the form.
 *
 * @param key of its value among those of the form, as the API has it
 * @param options to choose from; empty for what is typed
 * @param type of the input
 */
public record FieldInput(
    String id,
    String key,
    String label,
    String hint,
    boolean required,
    List<Ref> options,
    String type,
    String inputmode) {

  static FieldInput of(CustomField field, List<Ref> options) {
    return new FieldInput(
        "f_" + field.id(),
        key(field),
        label(field),
        field.hint() == null ? "" : field.hint(),
        field.required(),
        options,
        switch (field.kind()) {
          case DATE -> "date";
          case LINK -> "url";
          default -> "text";
        },
        switch (field.kind()) {
          case NUMBER -> "decimal";
          default -> "";
        });
  }

  static String key(CustomField field) {
    return "fields." + field.id();
  }

  /** Its name with its unit. */
  static String label(CustomField field) {
    return field.unit() == null ? field.name() : field.name() + " (" + field.unit() + ")";
  }
}
