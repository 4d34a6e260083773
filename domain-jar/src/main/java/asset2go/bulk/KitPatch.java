package asset2go.bulk;

import asset2go.kit.Kit;
import asset2go.kit.KitDraft;
import asset2go.problem.DomainError;
import asset2go.search.Folding;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a kit says in its description and in some of its slots, and the same put back. A slot is
 * known by its name, and by which of that name it is.
 */
final class KitPatch {

  private static final String DESCRIPTION = "description";
  private static final String SLOTS = "slots";

  private KitPatch() {}

  /** All that two kits have between them. */
  static JsonObject every(KitDraft one, KitDraft other) {
    Set<String> keys = new TreeSet<>(byKey(one).keySet());
    keys.addAll(byKey(other).keySet());
    JsonObjectBuilder slots = Json.createObjectBuilder();
    keys.forEach(slots::addNull);
    return Json.createObjectBuilder().addNull(DESCRIPTION).add(SLOTS, slots).build();
  }

  /** What a kit says in the fields of another such object; null for a slot that it has not. */
  static JsonObject of(KitDraft draft, JsonObject fields) {
    JsonObjectBuilder said = Json.createObjectBuilder();
    if (fields.containsKey(DESCRIPTION)) {
      String description = draft.description();
      said.add(DESCRIPTION, description == null ? JsonValue.NULL : Json.createValue(description));
    }
    if (fields.containsKey(SLOTS)) {
      Map<String, KitDraft.Slot> there = byKey(draft);
      JsonObjectBuilder slots = Json.createObjectBuilder();
      for (String key : fields.getJsonObject(SLOTS).keySet()) {
        KitDraft.Slot slot = there.get(key);
        slots.add(key, slot == null ? JsonValue.NULL : json(slot));
      }
      said.add(SLOTS, slots);
    }
    return said.build();
  }

  /**
   * The kit with these slots as they are said here.
   *
   * @throws DomainError.Conflict where no slot would be left
   */
  static KitDraft apply(KitDraft draft, JsonObject patch) {
    Map<String, KitDraft.Slot> slots = byKey(draft);
    if (patch.containsKey(SLOTS)) {
      patch
          .getJsonObject(SLOTS)
          .forEach(
              (key, slot) -> {
                if (slot.equals(JsonValue.NULL)) {
                  slots.remove(key);
                } else {
                  slots.put(key, slot(slot.asJsonObject()));
                }
              });
    }
    if (slots.isEmpty()) {
      throw new DomainError.Conflict("No slot would be left in the kit: it stays as it is.");
    }
    return new KitDraft(
        draft.name(),
        patch.containsKey(DESCRIPTION) ? patch.getString(DESCRIPTION, null) : draft.description(),
        List.copyOf(slots.values()));
  }

  private static Map<String, KitDraft.Slot> byKey(KitDraft draft) {
    Map<String, Integer> sameName = new HashMap<>();
    Map<String, KitDraft.Slot> slots = new LinkedHashMap<>();
    for (KitDraft.Slot slot : draft.slots()) {
      String folded = Folding.fold(slot.name());
      int nth = sameName.merge(folded, 1, Integer::sum);
      slots.put(nth == 1 ? folded : folded + "\u0000" + nth, slot);
    }
    return slots;
  }

  private static JsonObject json(KitDraft.Slot slot) {
    return Json.createObjectBuilder()
        .add("name", slot.name())
        .add("quantity", slot.quantity())
        .add("accepts", json(slot.accepts()))
        .build();
  }

  private static JsonArrayBuilder json(Collection<KitDraft.Accepted> accepts) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    accepts.forEach(
        one ->
            all.add(Json.createObjectBuilder().add("kind", one.kind().name()).add("id", one.id())));
    return all;
  }

  private static KitDraft.Slot slot(JsonObject said) {
    return new KitDraft.Slot(
        said.getString("name"),
        said.getInt("quantity"),
        said.getJsonArray("accepts").getValuesAs(JsonObject.class).stream()
            .map(
                one ->
                    new KitDraft.Accepted(
                        Kit.Kind.valueOf(one.getString("kind")), one.getString("id")))
            .toList());
  }
}
