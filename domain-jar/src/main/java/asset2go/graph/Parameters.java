package asset2go.graph;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns Java values into those that the driver stores: instants as UTC date-times, enums as names.
 */
public final class Parameters {

  private Parameters() {}

  /** A map that may hold nulls, from alternating names and values. */
  public static Map<String, @Nullable Object> map(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> map = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return map;
  }

  @SuppressWarnings("NullAway") // the driver takes null values although Map's type says otherwise
  static Map<String, Object> of(Map<String, ?> parameters) {
    Map<String, Object> converted = new HashMap<>(parameters.size() * 2);
    parameters.forEach((name, value) -> converted.put(name, convert(value)));
    return converted;
  }

  private static @Nullable Object convert(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Instant instant -> instant.atZone(ZoneOffset.UTC);
      case Enum<?> constant -> constant.name();
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> converted = new HashMap<>(map.size() * 2);
        map.forEach((name, inner) -> converted.put(String.valueOf(name), convert(inner)));
        yield converted;
      }
      case Collection<?> all -> all.stream().map(Parameters::convert).toList();
      default -> value;
    };
  }
}
