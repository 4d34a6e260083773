package asset2go.maintenance;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * The lines of a work order as the texts that its node keeps: they are read and written with it,
 * and never looked for by themselves.
 */
final class OrderLines {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());

  private OrderLines() {}

  static @Nullable String ofChecklist(@Nullable List<CheckItem> items) {
    return write(
        items,
        item -> {
          JsonObjectBuilder line = JSON.createObjectBuilder().add("text", item.text());
          if (item.ticked()) {
            line.add("done", true);
          }
          add(line, "by", item.doneBy());
          add(line, "at", item.doneAt());
          return line;
        });
  }

  static List<CheckItem> checklist(Value text) {
    return read(
        text,
        line ->
            new CheckItem(
                line.getString("text"),
                line.getBoolean("done", false),
                line.getString("by", null),
                line.containsKey("at") ? Instant.parse(line.getString("at")) : null));
  }

  static @Nullable String ofParts(@Nullable List<PartUsed> parts) {
    return write(
        parts,
        part -> {
          JsonObjectBuilder line =
              JSON.createObjectBuilder()
                  .add("name", part.name())
                  .add("quantity", part.quantity().toPlainString());
          add(line, "price", part.unitPrice() == null ? null : part.unitPrice().toPlainString());
          return line;
        });
  }

  static List<PartUsed> parts(Value text) {
    return read(
        text,
        line ->
            new PartUsed(
                line.getString("name"),
                new BigDecimal(line.getString("quantity")),
                line.containsKey("price") ? new BigDecimal(line.getString("price")) : null));
  }

  private static void add(JsonObjectBuilder line, String name, @Nullable Object value) {
    if (value != null) {
      line.add(name, value.toString());
    }
  }

  private static <T> @Nullable String write(
      @Nullable List<T> items, Function<T, JsonObjectBuilder> line) {
    if (items == null || items.isEmpty()) {
      return null;
    }
    JsonArrayBuilder array = JSON.createArrayBuilder();
    items.forEach(item -> array.add(line.apply(item)));
    return array.build().toString();
  }

  private static <T> List<T> read(Value text, Function<JsonObject, T> item) {
    if (text.isNull()) {
      return List.of();
    }
    try (JsonReader reader = READERS.createReader(new StringReader(text.asString()))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream().map(item).toList();
    }
  }
}
