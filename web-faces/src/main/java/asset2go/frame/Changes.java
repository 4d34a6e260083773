package asset2go.frame;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person changed on a form since they opened it. Only that is sent, so that two people who
 * change different fields of one thing do not undo each other's work; where both changed the same
 * field, both values are shown.
 *
 * @param base the values that the form was opened with
 * @param mine the values as typed
 */
public record Changes(Map<String, String> base, Map<String, String> mine) {
  /**
   * A field that both changed.
   *
   * @param mine as typed here
   * @param theirs as somebody else saved it meanwhile
   */
  public record Clash(String field, String mine, String theirs) {}

  /** The names of the fields that were changed here. */
  public List<String> fields() {
    return base.keySet().stream().filter(field -> differ(base, mine, field)).toList();
  }

  /** A JSON Merge Patch (RFC 7396); a dot in a field's name leads into an object. */
  public JsonObject patch() {
    var patch = Json.createObjectBuilder();
    var inner = new LinkedHashMap<String, JsonObjectBuilder>();
    for (var field : fields()) {
      var dot = field.indexOf('.');
      if (dot < 0) {
        add(patch, field, mine.get(field));
      } else {
        add(
            inner.computeIfAbsent(field.substring(0, dot), name -> Json.createObjectBuilder()),
            field.substring(dot + 1),
            mine.get(field));
      }
    }
    inner.forEach(patch::add);
    return patch.build();
  }

  /** The fields that somebody else changed to another value while they were changed here. */
  public List<Clash> clashes(Map<String, String> theirs) {
    var clashes = new ArrayList<Clash>();
    for (var field : fields()) {
      if (differ(base, theirs, field) && differ(mine, theirs, field)) {
        clashes.add(new Clash(field, get(mine, field), get(theirs, field)));
      }
    }
    return clashes;
  }

  /** Theirs, with what was changed here on top: what the form goes on with. */
  public Map<String, String> merged(Map<String, String> theirs) {
    var merged = new LinkedHashMap<>(theirs);
    fields().forEach(field -> merged.put(field, get(mine, field)));
    return merged;
  }

  /** The precondition of an update: the ETag of what the form was opened with. */
  public static String ifMatch(String id, long version) {
    return "\"" + id + "." + version + "\"";
  }

  /** The values as a text that a hidden field can hold. */
  public static String write(Map<String, String> values) {
    var json = Json.createObjectBuilder();
    values.forEach((field, value) -> json.add(field, value == null ? "" : value));
    return json.build().toString();
  }

  public static Map<String, String> read(@Nullable String text) {
    var values = new LinkedHashMap<String, String>();
    if (text != null && !text.isBlank()) {
      try (var reader = Json.createReader(new StringReader(text))) {
        reader
            .readObject()
            .forEach(
                (field, value) -> values.put(field, ((jakarta.json.JsonString) value).getString()));
      }
    }
    return values;
  }

  private static void add(JsonObjectBuilder object, String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      object.addNull(field);
    } else {
      object.add(field, value.strip());
    }
  }

  private static boolean differ(Map<String, String> one, Map<String, String> other, String field) {
    return !Objects.equals(get(one, field), get(other, field));
  }

  private static String get(Map<String, String> values, String field) {
    var value = values.get(field);
    return value == null ? "" : value.strip().replace("\r\n", "\n");
  }
}
