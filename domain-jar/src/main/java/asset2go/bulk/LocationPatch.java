package asset2go.bulk;

import asset2go.location.LocationDraft;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;

/** What a location says in some fields, and the same put back; its code and company stay. */
final class LocationPatch {

  /** All that is put back. */
  static final JsonObject EVERY =
      Json.createObjectBuilder().addNull("name").addNull("kind").addNull("parentId").build();

  private LocationPatch() {}

  /** What a location says in the fields of another such object. */
  static JsonObject of(LocationDraft draft, JsonObject fields) {
    JsonObjectBuilder said = Json.createObjectBuilder();
    for (String field : fields.keySet()) {
      String value =
          switch (field) {
            case "name" -> draft.name();
            case "kind" -> draft.kind();
            case "parentId" -> draft.parentId();
            default -> throw new IllegalArgumentException(field);
          };
      if (value == null) {
        said.addNull(field);
      } else {
        said.add(field, value);
      }
    }
    return said.build();
  }

  static LocationDraft apply(LocationDraft draft, JsonObject patch) {
    return new LocationDraft(
        draft.code(),
        patch.getString("name", draft.name()),
        or(patch, "kind", draft.kind()),
        draft.companyId(),
        or(patch, "parentId", draft.parentId()));
  }

  private static @Nullable String or(JsonObject patch, String field, @Nullable String present) {
    return patch.containsKey(field) ? patch.getString(field, null) : present;
  }
}
