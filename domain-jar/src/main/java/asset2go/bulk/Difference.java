package asset2go.bulk;

import asset2go.asset.AssetDraft;
import asset2go.kit.KitDraft;
import asset2go.location.LocationDraft;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a change did to an asset, a location or a kit: what it said before and after in those fields
 * that differ, which is the way back.
 *
 * @param before applied, it takes the change back
 * @param after what it says where nobody has changed it since
 */
public record Difference(JsonObject before, JsonObject after) {

  private static final Set<String> PLAIN =
      Set.of("name", "serial", "condition", "modelId", "notes", "batchId");

  private static final Set<String> PURCHASE =
      Set.of("date", "price", "currency", "orderNumber", "supplierId", "warrantyUntil");

  /** Each of their fields goes back by itself. */
  private static final Set<String> GROUPS = Set.of("purchase", "fields", "slots");

  /** Between two drafts, but for the status, which only steps change. */
  public static Difference of(AssetDraft before, AssetDraft after) {
    Set<String> custom = new TreeSet<>(keys(before.fields()));
    custom.addAll(keys(after.fields()));
    JsonObject every = every(custom);
    return between(DraftPatch.of(before, every), DraftPatch.of(after, every));
  }

  /** Between what a location says before and after. */
  public static Difference of(LocationDraft before, LocationDraft after) {
    return between(
        LocationPatch.of(before, LocationPatch.EVERY),
        LocationPatch.of(after, LocationPatch.EVERY));
  }

  /** Between what a kit says before and after, slot by slot. */
  public static Difference of(KitDraft before, KitDraft after) {
    JsonObject every = KitPatch.every(before, after);
    return between(KitPatch.of(before, every), KitPatch.of(after, every));
  }

  private static Set<String> keys(@Nullable Map<String, @Nullable Object> fields) {
    return fields == null ? Set.of() : fields.keySet();
  }

  private static JsonObject every(Set<String> custom) {
    JsonObjectBuilder every = names(PLAIN);
    every.add("purchase", names(PURCHASE));
    every.add("fields", names(custom));
    return every.addNull("locationId").addNull("containerId").build();
  }

  private static JsonObjectBuilder names(Collection<String> names) {
    JsonObjectBuilder all = Json.createObjectBuilder();
    names.forEach(all::addNull);
    return all;
  }

  private static Difference between(JsonObject before, JsonObject after) {
    JsonObjectBuilder old = Json.createObjectBuilder();
    JsonObjectBuilder now = Json.createObjectBuilder();
    boolean moved = differs(before, after, "locationId") || differs(before, after, "containerId");
    for (String field : before.keySet()) {
      boolean place = DraftPatch.PLACE.contains(field);
      if (GROUPS.contains(field)) {
        Difference within = between(before.getJsonObject(field), after.getJsonObject(field));
        if (!within.before().isEmpty()) {
          old.add(field, within.before());
          now.add(field, within.after());
        }
      } else if (place ? moved : differs(before, after, field)) {
        old.add(field, before.get(field));
        now.add(field, after.get(field));
      }
    }
    return new Difference(old.build(), now.build());
  }

  private static boolean differs(JsonObject before, JsonObject after, String field) {
    JsonValue old = before.getOrDefault(field, JsonValue.NULL);
    return !old.equals(after.getOrDefault(field, JsonValue.NULL));
  }

  /** The same with statuses and holders, where those differ. */
  public Difference with(@Nullable JsonObject stepBefore, @Nullable JsonObject stepAfter) {
    return stepBefore == null || stepAfter == null || stepBefore.equals(stepAfter)
        ? this
        : new Difference(
            Json.createObjectBuilder(before).add(StepBack.STEP, stepBefore).build(),
            Json.createObjectBuilder(after).add(StepBack.STEP, stepAfter).build());
  }
}
