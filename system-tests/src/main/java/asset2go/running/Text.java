package asset2go.running;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Short ways to write what requests are made of. */
public final class Text {

  private Text() {}

  /** A JSON object, written with apostrophes for quotes, its {@code %s} filled in. */
  public static JsonObject json(String text, Object... values) {
    String quoted = text.replace('\'', '"').formatted(values);
    try (JsonReader reader = Json.createReader(new StringReader(quoted))) {
      return reader.readObject();
    }
  }

  /** Fit for a query. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
