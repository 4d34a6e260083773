package asset2go.right;

import asset2go.lookup.Lookup;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a field for a part of the equipment points to.
 *
 * @param id of a location, category or company
 */
record PartField(Part.Kind kind, String id) {

  /** What was chosen or can only have been meant; null for nothing. */
  static @Nullable PartField of(Lookup lookup, Map<String, String> values, String field) {
    var chosen = lookup.resolve("part", values.get(field + "Id"), values.get(field));
    if (chosen == null || !chosen.contains(":")) {
      return null;
    }
    var parts = chosen.split(":", 2);
    return switch (parts[0]) {
      case "LOCATION", "CATEGORY", "COMPANY" ->
          new PartField(Part.Kind.valueOf(parts[0]), parts[1]);
      default -> null;
    };
  }
}
