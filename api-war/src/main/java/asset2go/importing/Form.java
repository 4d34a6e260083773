package asset2go.importing;

import asset2go.multipart.BrokenParts;
import asset2go.multipart.Part;
import asset2go.multipart.Parts;
import asset2go.platform.FileTooLarge;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A multipart request, read as it arrives. Its parts may come in any order: the file is taken when
 * it is there, the rest is known at the end.
 *
 * @param <F> what becomes of the file
 */
final class Form<F> {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final Set<String> TEXTS = Set.of("kind", "dryRun", "createMissing", "mapping");
  private static final int MAX_TEXT = 256 * 1024;
  private static final int MAX_NAME = 200;
  private static final String NAMELESS = "import.csv";

  private final Function<InputStream, F> taker;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private @Nullable F file;
  private String fileName = NAMELESS;

  private Form(Function<InputStream, F> taker) {
    this.taker = taker;
  }

  /**
   * Reads all of a request.
   *
   * @param taker what is done with the file while it arrives
   * @param undo what undoes that where the request turns out wrong afterwards
   * @throws DomainError where it is wrong, or breaks off
   */
  static <F> Form<F> read(
      @Nullable String type, InputStream body, Function<InputStream, F> taker, Consumer<F> undo) {
    Form<F> form = new Form<>(taker);
    try {
      form.readParts(type, body);
      return form;
    } catch (RuntimeException e) {
      if (form.file != null) {
        undo.accept(form.file);
      }
      throw e;
    }
  }

  private void readParts(@Nullable String type, InputStream body) {
    try {
      Parts parts = Parts.of(type, body);
      for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
        take(part.get());
      }
      kind();
      file();
    } catch (DomainError e) {
      readOn(body);
      throw e;
    } catch (BrokenParts e) {
      readOn(body);
      throw new DomainError.Malformed("The body cannot be read. " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw brokenOff(e.getCause());
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  /** Many a client listens only once it has sent everything. */
  private static void readOn(InputStream body) {
    try {
      body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException gone) {
      // Then nobody listens.
    }
  }

  private static RuntimeException brokenOff(@Nullable IOException e) {
    if (e instanceof BrokenParts) {
      return new DomainError.Malformed("The body cannot be read. " + e.getMessage());
    }
    return FileTooLarge.in(e)
        .<RuntimeException>map(large -> large)
        .orElseGet(() -> new DomainError.Malformed("The body broke off before its end."));
  }

  private void take(Part part) throws IOException {
    if (part.name().equals("file")) {
      takeFile(part);
    } else if (TEXTS.contains(part.name()) && !texts.containsKey(part.name())) {
      texts.put(part.name(), part.text(MAX_TEXT).orElseThrow(() -> tooLong(part.name())));
      check(part.name());
    }
  }

  private static DomainError.Malformed tooLong(String name) {
    return new DomainError.Malformed(name, "is too long");
  }

  private void takeFile(Part part) {
    if (file != null) {
      throw new DomainError.Malformed("file", Fault.TAKEN, "is there twice: send one");
    }
    fileName = clean(part.fileName());
    file = taker.apply(part.content());
  }

  /** Without folders. */
  private static String clean(@Nullable String given) {
    String name = given == null ? "" : given.replaceAll("^.*[/\\\\]", "");
    String clean = name.replaceAll("\\p{Cntrl}", "").strip();
    return clean.isEmpty() ? NAMELESS : clean.substring(0, Math.min(MAX_NAME, clean.length()));
  }

  /** At once: a file that comes after a wrong word need not be taken. */
  private void check(String name) {
    switch (name) {
      case "kind" -> kind();
      case "mapping" -> mapping();
      default -> flag(name, false);
    }
  }

  F file() {
    if (file == null) {
      throw new DomainError.Malformed("file", "is missing: send the CSV file in it");
    }
    return file;
  }

  ImportRuns.Wish wish() {
    return new ImportRuns.Wish(
        kind(), fileName, flag("dryRun", false), flag("createMissing", true), mapping());
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

  private boolean flag(String name, boolean fallback) {
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
    return texts.getOrDefault(name, "");
  }
}
