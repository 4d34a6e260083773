package asset2go.job;

import asset2go.outbox.JobKind;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a job is shown. Of our own kinds only the fields that their declaration names; of jobs of
 * others everything but what looks like a secret, by the name of its field or by itself.
 */
final class Secrecy {

  static final String HIDDEN = "•••";

  private static final Set<String> ENVELOPE = Set.of("requestId");
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i).*(passw|secret|token|credential|authorization|cookie|apikey|api_key|api-key|private"
              + "|session|link).*");
  private static final Pattern SECRET_TEXT =
      Pattern.compile(
          "eyJ[\\w-]{8,}\\.[\\w-]+\\.[\\w-]*" // a JSON Web Token
              + "|(?i:(?<=\\bbearer\\s)\\S+)"
              + "|(?i:(?<=(?:password|passwd|secret|token|apikey|api_key)[\"']?\\s{0,3}[=:]\\s{0,3}[\"']?)"
              + "[^\\s\"'&,;]+)|(?<=://)[^\\s/@:]*:[^\\s/@]+(?=@)");
  private static final Map<String, ?> PRETTY = Map.of(JsonGenerator.PRETTY_PRINTING, true);

  private boolean hid;

  /** Whether something was left out so far. */
  boolean hid() {
    return hid;
  }

  /** A job's data, indented. */
  String data(String json, @Nullable JobKind kind) {
    JsonValue value = parse(json);
    if (value == null) {
      return text(json);
    }
    return print(
        kind != null && value instanceof JsonObject envelope
            ? ours(envelope, kind)
            : anybodys(value));
  }

  /** A return value, or options. */
  String json(String json) {
    JsonValue value = parse(json);
    return value == null ? text(json) : print(anybodys(value));
  }

  /** Words that somebody wrote: a reason, a row of a log, a stack trace. */
  String text(String words) {
    String shown = SECRET_TEXT.matcher(words).replaceAll(HIDDEN);
    hid |= !shown.equals(words);
    return shown;
  }

  private JsonValue ours(JsonObject envelope, JobKind kind) {
    JsonObjectBuilder shown = Json.createObjectBuilder();
    envelope.forEach(
        (name, value) -> {
          if (name.equals("payload") && value instanceof JsonObject payload) {
            shown.add(name, only(payload, kind.shown()));
          } else {
            shown.add(name, ENVELOPE.contains(name) ? anybodys(value) : hidden());
          }
        });
    return shown.build();
  }

  private JsonValue only(JsonObject payload, Set<String> fields) {
    JsonObjectBuilder shown = Json.createObjectBuilder();
    payload.forEach(
        (name, value) -> shown.add(name, fields.contains(name) ? anybodys(value) : hidden()));
    return shown.build();
  }

  private JsonValue anybodys(JsonValue value) {
    return switch (value) {
      case JsonObject object -> {
        JsonObjectBuilder shown = Json.createObjectBuilder();
        object.forEach(
            (name, inner) ->
                shown.add(name, SECRET_NAME.matcher(name).matches() ? hidden() : anybodys(inner)));
        yield shown.build();
      }
      case jakarta.json.JsonArray array -> {
        JsonArrayBuilder shown = Json.createArrayBuilder();
        array.forEach(inner -> shown.add(anybodys(inner)));
        yield shown.build();
      }
      case JsonString string -> Json.createValue(text(string.getString()));
      default -> value;
    };
  }

  private JsonValue hidden() {
    hid = true;
    return Json.createValue(HIDDEN);
  }

  private static @Nullable JsonValue parse(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readValue();
    } catch (RuntimeException | StackOverflowError notJson) {
      return null;
    }
  }

  private static String print(JsonValue value) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = Json.createWriterFactory(PRETTY).createWriter(text)) {
      writer.write(value);
    }
    return text.toString().strip();
  }
}
