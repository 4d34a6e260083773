package asset2go.catalogue;

import asset2go.page.Ref;
import java.util.List;

/** Custom fields to try rules on. */
final class Fields {

  static final CustomField VOLTAGE = field("voltage", FieldKind.NUMBER, false, false, false);
  static final CustomField IMEI = field("imei", FieldKind.TEXT, true, true, false);
  static final CustomField PIN = field("pin", FieldKind.TEXT, false, false, true);

  private Fields() {}

  static CustomField field(
      String id, FieldKind kind, boolean required, boolean unique, boolean sensitive) {
    return new CustomField(
        id,
        new Ref("phones", "Phones"),
        id,
        kind,
        null,
        kind == FieldKind.CHOICE ? List.of("Red", "Green") : null,
        null,
        null,
        required,
        unique,
        sensitive,
        false,
        false,
        1);
  }

  static CustomField matching(String pattern) {
    return new CustomField(
        "text",
        new Ref("phones", "Phones"),
        "Text",
        FieldKind.TEXT,
        null,
        null,
        pattern,
        null,
        false,
        false,
        false,
        false,
        false,
        1);
  }
}
