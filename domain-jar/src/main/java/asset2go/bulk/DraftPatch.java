package asset2go.bulk;

import asset2go.asset.AssetDraft;
import asset2go.asset.Condition;
import asset2go.asset.Purchase;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Those fields of an asset that make sense for many at once, by JSON Merge Patch: what a patch
 * makes of a draft, and what the draft says in the fields of the patch, which is the way back.
 */
final class DraftPatch {

  /** Fields that may be edited together; what tells one asset from the other is not among them. */
  static final Set<String> EDITED =
      Set.of("condition", "modelId", "notes", "batchId", "purchase", "fields");

  static final Set<String> PLACE = Set.of("locationId", "containerId");

  private static final Set<String> PURCHASE =
      Set.of("date", "price", "currency", "orderNumber", "supplierId", "warrantyUntil");

  private DraftPatch() {}

  /**
   * Refuses a patch of other fields, or of none.
   *
   * @param known the fields that it may have
   */
  static void check(@Nullable JsonObject patch, Set<String> known) {
    if (patch == null || patch.isEmpty()) {
      throw new DomainError.Invalid("patch", Fault.REQUIRED, "must say what to change");
    }
    for (String field : patch.keySet()) {
      if (!known.contains(field)) {
        throw new DomainError.Invalid(
            "patch." + field, Fault.NO_FIELD, "cannot be changed for many at once");
      }
    }
    for (String nested : new String[] {"purchase", "fields"}) {
      if (patch.containsKey(nested)
          && patch.get(nested).getValueType() != JsonValue.ValueType.OBJECT) {
        throw new DomainError.Invalid(
            "patch." + nested, Fault.INVALID, "must say which of its fields to change");
      }
    }
    for (String field : nested(patch, "purchase").keySet()) {
      if (!PURCHASE.contains(field)) {
        throw new DomainError.Invalid(
            "patch.purchase." + field, Fault.NO_FIELD, "is no such field");
      }
    }
  }

  private static JsonObject nested(JsonObject patch, String name) {
    JsonObject nested = patch.getJsonObject(name);
    return nested == null ? JsonValue.EMPTY_JSON_OBJECT : nested;
  }

  /** What becomes of a draft. */
  static AssetDraft apply(AssetDraft draft, JsonObject patch) {
    boolean moved = patch.containsKey("locationId") || patch.containsKey("containerId");
    String condition = text(patch, "condition", name(draft.condition()));
    return new AssetDraft(
        draft.tag(),
        Objects.requireNonNullElse(text(patch, "name", draft.name()), draft.name()),
        text(patch, "serial", draft.serial()),
        draft.status(),
        condition == null ? null : Condition.valueOf(condition),
        draft.companyId(),
        text(patch, "modelId", draft.modelId()),
        text(patch, "locationId", moved ? null : draft.locationId()),
        text(patch, "containerId", moved ? null : draft.containerId()),
        purchase(draft.purchase(), nested(patch, "purchase")),
        text(patch, "notes", draft.notes()),
        text(patch, "batchId", draft.batchId()),
        fields(draft.fields(), nested(patch, "fields")));
  }

  private static @Nullable Purchase purchase(@Nullable Purchase had, JsonObject patch) {
    if (patch.isEmpty()) {
      return had;
    }
    Purchase old = had == null ? Purchase.NONE : had;
    boolean seller = patch.containsKey("supplierId");
    return new Purchase(
        date(text(patch, "date", name(old.date()))),
        text(patch, "price", old.price()),
        text(patch, "currency", old.currency()),
        text(patch, "orderNumber", old.orderNumber()),
        text(patch, "supplierId", old.supplierId()),
        seller ? null : old.supplier(),
        date(text(patch, "warrantyUntil", name(old.warrantyUntil()))));
  }

  private static @Nullable Map<String, @Nullable Object> fields(
      @Nullable Map<String, @Nullable Object> had, JsonObject patch) {
    if (patch.isEmpty()) {
      return had;
    }
    Map<String, @Nullable Object> fields = had == null ? new HashMap<>() : new HashMap<>(had);
    patch.forEach(
        (field, value) -> {
          if (value.getValueType() == JsonValue.ValueType.NULL) {
            fields.remove(field);
          } else {
            fields.put(field, plain(value));
          }
        });
    return fields;
  }

  private static Object plain(JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> ((JsonNumber) value).bigDecimalValue();
      case TRUE -> true;
      case FALSE -> false;
      default -> value.toString();
    };
  }

  /** What a draft says in the fields of a patch: applied, it brings the draft back. */
  static JsonObject of(AssetDraft draft, JsonObject patch) {
    JsonObjectBuilder said = Json.createObjectBuilder();
    Map<String, @Nullable String> now = texts(draft);
    for (String field : patch.keySet()) {
      if (field.equals("purchase")) {
        said.add(field, purchase(draft, nested(patch, field)));
      } else if (field.equals("fields")) {
        said.add(field, fields(draft, nested(patch, field)));
      } else if (!PLACE.contains(field)) {
        add(said, field, now.get(field));
      }
    }
    // Where something stands is one thing, whichever field says it.
    if (patch.keySet().stream().anyMatch(PLACE::contains)) {
      add(said, "locationId", draft.locationId());
      add(said, "containerId", draft.containerId());
    }
    return said.build();
  }

  private static Map<String, @Nullable String> texts(AssetDraft draft) {
    Map<String, @Nullable String> texts = new HashMap<>();
    texts.put("name", draft.name());
    texts.put("serial", draft.serial());
    texts.put("condition", name(draft.condition()));
    texts.put("modelId", draft.modelId());
    texts.put("notes", draft.notes());
    texts.put("batchId", draft.batchId());
    return texts;
  }

  private static JsonObject purchase(AssetDraft draft, JsonObject patch) {
    Purchase purchase = draft.purchase() == null ? Purchase.NONE : draft.purchase();
    Map<String, @Nullable String> texts = new HashMap<>();
    texts.put("date", name(purchase.date()));
    texts.put("price", purchase.price());
    texts.put("currency", purchase.currency());
    texts.put("orderNumber", purchase.orderNumber());
    texts.put("supplierId", purchase.supplierId());
    texts.put("warrantyUntil", name(purchase.warrantyUntil()));
    JsonObjectBuilder said = Json.createObjectBuilder();
    patch.keySet().forEach(field -> add(said, field, texts.get(field)));
    return said.build();
  }

  private static JsonObject fields(AssetDraft draft, JsonObject patch) {
    Map<String, @Nullable Object> values = draft.fields() == null ? Map.of() : draft.fields();
    JsonObjectBuilder said = Json.createObjectBuilder();
    // As texts, which every kind of field understands.
    patch.keySet().forEach(field -> add(said, field, name(values.get(field))));
    return said.build();
  }

  private static void add(JsonObjectBuilder said, String field, @Nullable String value) {
    if (value == null) {
      said.addNull(field);
    } else {
      said.add(field, value);
    }
  }

  private static @Nullable String text(JsonObject patch, String field, @Nullable String had) {
    JsonValue value = patch.get(field);
    if (value == null) {
      return had;
    }
    return value instanceof JsonString text ? text.getString() : null;
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static @Nullable String name(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case java.math.BigDecimal number -> number.toPlainString();
      case Object other -> other.toString();
    };
  }
}
