package asset2go.asset;

import asset2go.asset.AssetEvent.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an asset that a draft sets, each by name as text: what an event compares before and
 * after, and which property of the node holds it.
 */
public final class AssetFields {

  private AssetFields() {}

  /** The draft that would make this asset. */
  public static AssetDraft draft(Asset asset) {
    return new AssetDraft(
        asset.tag(),
        asset.name(),
        asset.serial(),
        asset.status(),
        asset.condition(),
        asset.company().id(),
        asset.model() == null ? null : asset.model().id(),
        asset.container() != null || asset.location() == null ? null : asset.location().id(),
        asset.container() == null ? null : asset.container().id(),
        asset.purchase(),
        asset.notes(),
        asset.batch() == null ? null : asset.batch().id(),
        asset.fields());
  }

  /** What differs between two drafts; all that is set, where there is none before. */
  public static List<Change> changes(@Nullable AssetDraft before, AssetDraft after) {
    Map<String, @Nullable String> old = before == null ? Map.of() : texts(before);
    List<Change> changes = new ArrayList<>();
    texts(after)
        .forEach(
            (field, value) -> {
              if (!Objects.equals(old.get(field), value)) {
                changes.add(new Change(field, old.get(field), value));
              }
            });
    return changes;
  }

  private static Map<String, @Nullable String> texts(AssetDraft draft) {
    Purchase purchase = draft.purchase() == null ? Purchase.NONE : draft.purchase();
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    texts.put("tag", draft.tag());
    texts.put("name", draft.name());
    texts.put("serial", draft.serial());
    texts.put("status", text(draft.status()));
    texts.put("condition", text(draft.condition()));
    texts.put("companyId", draft.companyId());
    texts.put("modelId", draft.modelId());
    texts.put("locationId", draft.locationId());
    texts.put("containerId", draft.containerId());
    texts.put("purchase.date", text(purchase.date()));
    texts.put("purchase.price", purchase.price());
    texts.put("purchase.currency", purchase.currency());
    texts.put("purchase.orderNumber", purchase.orderNumber());
    texts.put("purchase.supplier", purchase.supplier());
    texts.put("purchase.warrantyUntil", text(purchase.warrantyUntil()));
    texts.put("notes", draft.notes());
    texts.put("batchId", draft.batchId());
    return texts;
  }

  /** The properties of the node that a draft sets, without its place. */
  public static Map<String, @Nullable Object> properties(AssetDraft draft) {
    Purchase purchase = draft.purchase() == null ? Purchase.NONE : draft.purchase();
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("tag", draft.tag());
    properties.put("name", draft.name());
    properties.put("serial", draft.serial());
    properties.put("status", draft.status());
    properties.put("condition", draft.condition());
    properties.put("companyId", draft.companyId());
    properties.put("modelId", draft.modelId());
    properties.put("purchaseDate", purchase.date());
    properties.put("price", purchase.price());
    // The text is what was said; lists compare the number.
    properties.put(
        "priceAmount", purchase.price() == null ? null : Double.valueOf(purchase.price()));
    properties.put("currency", purchase.currency());
    properties.put("orderNumber", purchase.orderNumber());
    properties.put("supplierId", purchase.supplierId());
    // A text that is not a supplier of the catalogue yet stays one until it is.
    properties.put("supplier", purchase.supplierId() == null ? purchase.supplier() : null);
    properties.put("warrantyUntil", purchase.warrantyUntil());
    properties.put("notes", draft.notes());
    return properties;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
