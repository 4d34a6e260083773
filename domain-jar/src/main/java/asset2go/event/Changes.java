package asset2go.event;

import asset2go.asset.AssetEvent.Change;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Field-by-field changes as the text that an event stores and hashes: an array of {@code [field,
 * before, after]}, so that reading and writing it again gives the same text.
 */
public final class Changes {

  // Looking the provider up costs a class-path scan each time; imports write thousands of these.
  private static final JsonProvider JSON = JsonProvider.provider();
  private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());

  private Changes() {}

  /** The stored text. */
  public static String toJson(List<Change> changes) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    for (Change change : changes) {
      array.add(
          JSON.createArrayBuilder()
              .add(change.field())
              .add(value(change.before()))
              .add(value(change.after())));
    }
    return array.build().toString();
  }

  /** What the text says. */
  public static List<Change> fromJson(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readArray().stream()
          .map(JsonValue::asJsonArray)
          .map(c -> new Change(c.getString(0), text(c.get(1)), text(c.get(2))))
          .toList();
    }
  }

  private static JsonValue value(@Nullable String text) {
    return text == null ? JsonValue.NULL : JSON.createValue(text);
  }

  private static @Nullable String text(JsonValue value) {
    return value instanceof jakarta.json.JsonString string ? string.getString() : null;
  }
}
