package asset2go.running;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/**
 * What the API answered.
 *
 * @param request method and path, for messages
 */
public record Answer(String request, int status, HttpHeaders headers, String body) {

  /** The body as a JSON object. */
  public JsonObject json() {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    } catch (RuntimeException e) {
      throw new AssertionError("No JSON object: " + this, e);
    }
  }

  /** The rows of a page. */
  public List<JsonObject> items() {
    JsonArray items = json().getJsonArray("items");
    if (items == null) {
      throw new AssertionError("No page: " + this);
    }
    return items.getValuesAs(JsonValue::asJsonObject);
  }

  /** The cursor of the next page, where there is one. */
  public Optional<String> next() {
    return Optional.ofNullable(json().getString("next", null));
  }

  /** The {@code id} of what the body shows. */
  public String id() {
    return json().getString("id");
  }

  /** The {@code version} of what the body shows, as {@code If-Match} wants it. */
  public String etag() {
    return headers.firstValue("ETag").orElseThrow(() -> new AssertionError("No ETag: " + this));
  }

  /** A header, empty where it is missing. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** Itself, where it has this status; else fails with all that was said. */
  public Answer expect(int expected) {
    if (status != expected) {
      throw new AssertionError("Expected " + expected + ": " + this);
    }
    return this;
  }

  @Override
  public String toString() {
    String shown = body.length() > 2000 ? body.substring(0, 2000) + "…" : body;
    return request + " → " + status + " " + headers.map() + "\n" + shown;
  }
}
