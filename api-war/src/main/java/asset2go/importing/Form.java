package asset2go.importing;

import asset2go.problem.DomainError;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parts of a multipart request, as what they are to be. */
record Form(List<EntityPart> parts) {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final int MAX_TEXT = 256 * 1024;
  private static final int MAX_NAME = 200;

  /** The file itself; not read yet. */
  EntityPart file() {
    return part("file")
        .orElseThrow(
            () -> new DomainError.Malformed("file", "is missing: send the CSV file in it"));
  }

  InputStream content() {
    return file().getContent();
  }

  /** What the sender calls the file, without folders. */
  String fileName() {
    String name = file().getFileName().orElse("import.csv").replaceAll("^.*[/\\\\]", "");
    String clean = name.replaceAll("\\p{Cntrl}", "").strip();
    return clean.isEmpty() ? "import.csv" : clean.substring(0, Math.min(MAX_NAME, clean.length()));
  }

  ImportKind kind() {
    String kind = text("kind").strip().toUpperCase(Locale.ROOT);
    for (ImportKind known : ImportKind.values()) {
      if (known.name().equals(kind)) {
        return known;
      }
    }
    throw new DomainError.Malformed("kind", "must be assets, locations or dependencies");
  }

  boolean flag(String name, boolean fallback) {
    String text = text(name).strip().toLowerCase(Locale.ROOT);
    return switch (text) {
      case "" -> fallback;
      case "true", "on" -> true;
      case "false", "off" -> false;
      default -> throw new DomainError.Malformed(name, "must be true or false");
    };
  }

  Map<String, String> mapping() {
    String text = text("mapping");
    if (text.isBlank()) {
      return Map.of();
    }
    Map<String, String> mapping = new LinkedHashMap<>();
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      JsonObject object = reader.readObject();
      object.forEach((column, field) -> mapping.put(column, field(column, field)));
    } catch (JsonException e) {
      throw new DomainError.Malformed("mapping", "must be a JSON object of column to field");
    }
    return mapping;
  }

  private static String field(String column, JsonValue field) {
    if (field == JsonValue.NULL) {
      return "";
    }
    if (field instanceof JsonString name) {
      return name.getString();
    }
    throw new DomainError.Malformed("mapping", "the field of \"" + column + "\" must be a text");
  }

  private String text(String name) {
    Optional<EntityPart> part = part(name);
    if (part.isEmpty()) {
      return "";
    }
    try (InputStream in = part.get().getContent()) {
      byte[] bytes = in.readNBytes(MAX_TEXT + 1);
      if (bytes.length > MAX_TEXT) {
        throw new DomainError.Malformed(name, "is too long");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<EntityPart> part(String name) {
    return parts.stream().filter(part -> name.equals(part.getName())).findFirst();
  }
}
