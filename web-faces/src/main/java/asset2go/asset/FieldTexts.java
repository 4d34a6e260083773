package asset2go.asset;

import asset2go.catalogue.CustomField;
import asset2go.catalogue.FieldKind;
import asset2go.frame.Figures;
import asset2go.frame.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of custom fields as people read them. */
@RequestScoped
public class FieldTexts {
  @Inject Figures figures;
  @Inject Texts texts;

  /**
   * A field with its value.
   *
   * @param href where a link leads to, null for what is none
   */
  public record Shown(String id, String name, String text, @Nullable String href) {}

  List<Shown> of(Asset asset) {
    Map<String, Object> values = asset.fields() == null ? Map.of() : asset.fields();
    List<CustomField> fields = asset.definitions() == null ? List.of() : asset.definitions();
    return fields.stream().map(field -> shown(field, values.get(field.id()))).toList();
  }

  private Shown shown(CustomField field, @Nullable Object value) {
    var text = text(field, value == null ? "" : value.toString());
    var href = field.kind() == FieldKind.LINK && value != null ? value.toString() : null;
    return new Shown(field.id(), field.name(), text, href);
  }

  /** A value, or what an event keeps of it. */
  String text(CustomField field, String value) {
    if (value.isEmpty() || value.equals(CustomField.HIDDEN)) {
      return value.isEmpty() ? "—" : value;
    }
    return switch (field.kind()) {
      case BOOLEAN -> texts.get(value.equals("true") ? "form.yes" : "form.no");
      case DATE -> figures.day(LocalDate.parse(value));
      case NUMBER -> {
        var number = figures.number(new BigDecimal(value));
        yield field.unit() == null ? number : number + "\u00a0" + field.unit();
      }
      case TEXT, CHOICE, LINK -> value;
    };
  }
}
