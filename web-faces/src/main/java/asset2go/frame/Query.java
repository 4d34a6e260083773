package asset2go.frame;

import asset2go.asset.AssetQuery;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a list is narrowed and ordered by, as it stands in its address, so that it can be kept as a
 * bookmark.
 */
public record Query(Map<String, List<String>> parameters) {
  /** Those of the request that the page knows, without empty ones. */
  public static Query of(HttpServletRequest request, String... names) {
    var found = new LinkedHashMap<String, List<String>>();
    for (var name : names) {
      var values = request.getParameterValues(name);
      var some =
          values == null
              ? List.<String>of()
              : Arrays.stream(values).filter(value -> !value.isBlank()).map(String::strip).toList();
      if (!some.isEmpty()) {
        found.put(name, some);
      }
    }
    return new Query(found);
  }

  /** The values of one, separated by commas; null where there is none. */
  public @Nullable String get(String name) {
    var values = parameters.get(name);
    return values == null ? null : String.join(",", values);
  }

  public boolean has(String name, String value) {
    var each = parameters.getOrDefault(name, List.of());
    var values = get(name);
    return each.contains(value) || values != null && List.of(values.split(",", -1)).contains(value);
  }

  /** How many values one has. */
  public int count(String name) {
    var values = get(name);
    return values == null ? 0 : values.split(",", -1).length;
  }

  public boolean isEmpty() {
    return parameters.isEmpty();
  }

  /** The same with one changed, or left out where the value is null. */
  public Query with(String name, @Nullable String value) {
    var changed = new LinkedHashMap<>(parameters);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, List.of(value));
    }
    return new Query(changed);
  }

  /** The same with a value taken from those of one. */
  public Query without(String name, String value) {
    var each = parameters.getOrDefault(name, List.of());
    var left =
        (each.contains(value) ? each.stream() : List.of(String.join(",", each).split(",")).stream())
            .filter(one -> !one.equals(value))
            .toList();
    var changed = new LinkedHashMap<>(parameters);
    if (left.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, left);
    }
    return new Query(changed);
  }

  /** As it stands in an address: {@code a=1&b=2}; a comma may be part of a custom field's value. */
  @Override
  public String toString() {
    return parameters.entrySet().stream()
        .flatMap(
            entry ->
                (entry.getKey().startsWith(AssetQuery.FIELD)
                        ? entry.getValue().stream()
                        : List.of(String.join(",", entry.getValue())).stream())
                    .map(value -> encode(entry.getKey()) + "=" + encode(value)))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ",").replace("%3A", ":");
  }
}
