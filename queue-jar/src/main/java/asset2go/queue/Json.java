package asset2go.queue;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as plain Java values: maps, lists, text, longs, doubles, booleans and null. */
final class Json {
  /** As deep as a payload may nest; deeper would overflow the stack of some reader further on. */
  private static final int DEPTH = 500;

  private Json() {}

  /**
   * True where Node's JSON.parse would accept it: what it would not accept stops BullMQ's event
   * readers for good.
   */
  static boolean isValid(String text) {
    try (JsonReader reader = reader(text)) {
      reader.skipValue();
      return reader.peek() == JsonToken.END_DOCUMENT;
    } catch (IOException | RuntimeException malformed) {
      return false;
    }
  }

  /**
   * @throws IllegalArgumentException where it is not JSON
   */
  static @Nullable Object parse(String text) {
    try (JsonReader reader = reader(text)) {
      Object value = read(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new IllegalArgumentException("There is more after the JSON value");
      }
      return value;
    } catch (IOException | RuntimeException malformed) {
      throw new IllegalArgumentException("Not JSON: " + malformed.getMessage(), malformed);
    }
  }

  /**
   * The object's fields, none where the text is something else: for options and the like that
   * strangers wrote.
   */
  static Map<String, @Nullable Object> fields(@Nullable String text) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (text != null) {
      try {
        if (parse(text) instanceof Map<?, ?> map) {
          map.forEach((key, value) -> fields.put(String.valueOf(key), value));
        }
      } catch (IllegalArgumentException malformed) {
        return fields;
      }
    }
    return fields;
  }

  /**
   * A value as JSON. A {@link RawJson} goes in as it is; what JSON cannot hold becomes its text.
   */
  static String write(@Nullable Object value) {
    if (value instanceof RawJson raw) {
      return raw.text();
    }
    StringWriter text = new StringWriter();
    try (JsonWriter writer = new JsonWriter(text)) {
      writer.setStrictness(Strictness.STRICT);
      write(writer, value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static JsonReader reader(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(DEPTH);
    return reader;
  }

  private static @Nullable Object read(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> readObject(reader);
      case BEGIN_ARRAY -> readArray(reader);
      case STRING -> reader.nextString();
      case BOOLEAN -> reader.nextBoolean();
      case NUMBER -> number(reader.nextString());
      default -> {
        reader.nextNull();
        yield null;
      }
    };
  }

  private static Map<String, @Nullable Object> readObject(JsonReader reader) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      map.put(reader.nextName(), read(reader));
    }
    reader.endObject();
    return map;
  }

  private static List<@Nullable Object> readArray(JsonReader reader) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      list.add(read(reader));
    }
    reader.endArray();
    return list;
  }

  private static Number number(String text) {
    double real = Double.parseDouble(text);
    // 2^53: beyond it JavaScript's numbers skip integers.
    return real == Math.rint(real) && Math.abs(real) <= 0x20000000000000L
        ? (Number) (long) real
        : (Number) real;
  }

  private static void write(JsonWriter writer, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> writer.nullValue();
      case Boolean flag -> writer.value(flag);
      case Double number when !Double.isFinite(number) -> writer.nullValue();
      case Float number when !Float.isFinite(number) -> writer.nullValue();
      case Number number -> writer.value(number);
      case RawJson raw -> writer.jsonValue(raw.text());
      case Map<?, ?> map -> {
        writer.beginObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          writer.name(String.valueOf(entry.getKey()));
          write(writer, entry.getValue());
        }
        writer.endObject();
      }
      case Iterable<?> items -> {
        writer.beginArray();
        for (Object item : items) {
          write(writer, item);
        }
        writer.endArray();
      }
      default -> writer.value(value.toString());
    }
  }
}
