package asset2go.asset;

import asset2go.frame.Form;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of the form, as the texts that they are while somebody types. */
final class AssetInputs {
  /** What the texts of lookups are called, beside their ids. */
  static final Map<String, String> LOOKUPS =
      Map.of(
          "modelId",
          "model",
          "locationId",
          "location",
          "containerId",
          "container",
          "batchId",
          "batch",
          "purchase.supplierId",
          "purchase.supplier");

  private AssetInputs() {}

  /** What can be changed, under the names that the API has for it. */
  static Map<String, String> of(Asset asset) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("tag", asset.tag());
    fields.put("name", asset.name());
    fields.put("serial", text(asset.serial()));
    fields.put("condition", text(asset.condition()));
    fields.put("companyId", asset.company().id());
    fields.put("modelId", asset.model() == null ? "" : asset.model().id());
    // Inside another asset the place is that asset's, not its own.
    var container = asset.container();
    var location = container == null ? asset.location() : null;
    fields.put("locationId", location == null ? "" : location.id());
    fields.put("containerId", container == null ? "" : container.id());
    fields.put("notes", text(asset.notes()));
    fields.put("batchId", asset.batch() == null ? "" : asset.batch().id());
    var purchase = asset.purchase();
    fields.put("purchase.date", purchase == null ? "" : text(purchase.date()));
    fields.put("purchase.price", purchase == null ? "" : text(purchase.price()));
    fields.put("purchase.currency", purchase == null ? "" : text(purchase.currency()));
    fields.put("purchase.supplierId", purchase == null ? "" : text(purchase.supplierId()));
    fields.put("purchase.orderNumber", purchase == null ? "" : text(purchase.orderNumber()));
    fields.put("purchase.warrantyUntil", purchase == null ? "" : text(purchase.warrantyUntil()));
    var values = asset.fields();
    if (asset.definitions() != null) {
      for (var field : asset.definitions()) {
        fields.put(FieldInput.key(field), values == null ? "" : text(values.get(field.id())));
      }
    }
    return fields;
  }

  /** What the lookups show for the ids. */
  static Map<String, String> names(Asset asset) {
    var names = new LinkedHashMap<String, String>();
    names.put("batch", asset.batch() == null ? "" : asset.batch().name());
    names.put("model", asset.model() == null ? "" : asset.model().name());
    var container = asset.container();
    var location = container == null ? asset.location() : null;
    names.put("location", location == null ? "" : location.name());
    names.put("container", container == null ? "" : container.tag() + " · " + container.name());
    var purchase = asset.purchase();
    names.put("purchase.supplier", purchase == null ? "" : text(purchase.supplier()));
    return names;
  }

  static AssetDraft draft(Map<String, String> fields) {
    var status = Form.orNull(fields.get("status"));
    var condition = Form.orNull(fields.get("condition"));
    return new AssetDraft(
        Form.orNull(fields.get("tag")),
        Form.text(fields.get("name")),
        Form.orNull(fields.get("serial")),
        status == null ? null : EquipmentStatus.valueOf(status),
        condition == null ? null : Condition.valueOf(condition),
        Form.orNull(fields.get("companyId")),
        Form.orNull(fields.get("modelId")),
        Form.orNull(fields.get("locationId")),
        Form.orNull(fields.get("containerId")),
        purchase(fields),
        Form.orNull(fields.get("notes")),
        Form.orNull(fields.get("batchId")),
        custom(fields));
  }

  private static @Nullable Map<String, @Nullable Object> custom(Map<String, String> fields) {
    var custom = new LinkedHashMap<String, @Nullable Object>();
    fields.forEach(
        (name, value) -> {
          if (name.startsWith("fields.") && Form.orNull(value) != null) {
            custom.put(name.substring("fields.".length()), Form.text(value));
          }
        });
    return custom.isEmpty() ? null : custom;
  }

  private static @Nullable Purchase purchase(Map<String, String> fields) {
    var names = List.of("date", "price", "currency", "orderNumber", "supplierId", "warrantyUntil");
    if (names.stream().allMatch(name -> Form.orNull(fields.get("purchase." + name)) == null)) {
      return null;
    }
    return new Purchase(
        day(fields.get("purchase.date")),
        Form.orNull(fields.get("purchase.price")),
        Form.orNull(fields.get("purchase.currency")),
        Form.orNull(fields.get("purchase.orderNumber")),
        Form.orNull(fields.get("purchase.supplierId")),
        null,
        day(fields.get("purchase.warrantyUntil")));
  }

  /** Browsers send dates as ISO 8601 or not at all. */
  private static @Nullable LocalDate day(@Nullable String typed) {
    var text = Form.orNull(typed);
    return text == null ? null : LocalDate.parse(text);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
