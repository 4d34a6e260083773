package asset2go.importing;

import asset2go.client.FileBody;
import asset2go.client.Uploads;
import asset2go.multipart.Part;
import asset2go.multipart.Parts;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of the import page as it arrived: what was typed, and of the file its name and
 * beginning. The file itself has gone to the API while it arrived, unless it was only to be looked
 * at; which of the buttons was pressed, and what the columns mean, follows upon it.
 */
final class SentForm {
  private static final String ATTRIBUTE = SentForm.class.getName();
  private static final int BEGINNING = 256 * 1024;
  private static final int MAX_TEXTS = 4 * 1024 * 1024;

  private final Uploads uploads;
  private final Parts parts;
  private final boolean look;
  private final Map<String, List<String>> texts = new LinkedHashMap<>();
  private int room = MAX_TEXTS;
  private @Nullable String fileName;
  private byte[] beginning = {};
  private @Nullable ImportRun run;
  private @Nullable RuntimeException refusal;

  private SentForm(Uploads uploads, Parts parts, boolean look) {
    this.uploads = uploads;
    this.parts = parts;
    this.look = look;
  }

  /**
   * Reads all of a request, and sends the file on.
   *
   * @param look the file is not sent on
   * @throws IOException where the form breaks off, or is none
   */
  static SentForm read(HttpServletRequest request, Uploads uploads, boolean look)
      throws IOException {
    var parts = Parts.of(request.getContentType(), request.getInputStream());
    var form = new SentForm(uploads, parts, look);
    form.readOn();
    request.setAttribute(ATTRIBUTE, form);
    return form;
  }

  /** Of a page view that one was sent for. */
  static Optional<SentForm> of(HttpServletRequest request) {
    return Optional.ofNullable((SentForm) request.getAttribute(ATTRIBUTE));
  }

  private void readOn() throws IOException {
    for (var part = parts.next(); part.isPresent(); part = parts.next()) {
      take(part.get());
    }
  }

  private void take(Part part) throws IOException {
    if (part.fileName() == null) {
      var text = part.text(room).orElseThrow(() -> new IOException("A form of too many words."));
      // A part costs something even where it says nothing.
      room = Math.max(0, room - 100 - text.length());
      texts.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(text);
    } else if (part.name().equals("file") && !part.fileName().isEmpty() && fileName == null) {
      fileName = part.fileName();
      beginning = part.content().readNBytes(BEGINNING);
      if (!look && beginning.length > 0) {
        send(part.content());
      }
    }
  }

  private void send(InputStream rest) throws IOException {
    var file = new SequenceInputStream(new ByteArrayInputStream(beginning), rest);
    var body = new FileBody(String.valueOf(fileName), file, this::wish);
    try {
      run = uploads.post("v1/imports", body.mediaType(), body, ImportRun.class);
    } catch (RuntimeException e) {
      refusal = e;
    } finally {
      body.close();
    }
    var failure = body.failure();
    if (failure != null && !(failure instanceof NoWish)) {
      throw failure;
    }
  }

  /**
   * No button that would import was pressed: the call to the API breaks off, and nothing is kept.
   */
  private static final class NoWish extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private Map<String, String> wish() throws IOException {
    readOn();
    if (!texts.containsKey("check") && !texts.containsKey("run")) {
      throw new NoWish();
    }
    var wish = new LinkedHashMap<String, String>();
    wish.put("kind", kind());
    wish.put("dryRun", String.valueOf(texts.containsKey("check")));
    if (texts.containsKey("column")) {
      wish.put("mapping", mapping());
    }
    return wish;
  }

  /** As chosen on the page: columns and fields stand in the same order. */
  private String mapping() {
    var columns = texts.getOrDefault("column", List.of());
    var fields = texts.getOrDefault("field", List.of());
    var mapping = Json.createObjectBuilder();
    for (var i = 0; i < Math.min(columns.size(), fields.size()); i++) {
      mapping.add(columns.get(i), fields.get(i));
    }
    return mapping.build().toString();
  }

  private String kind() {
    return kind(texts.getOrDefault("kind", List.of("")).getFirst());
  }

  /** What the rows are, as the API names it. */
  static String kind(@Nullable String asked) {
    return Arrays.stream(ImportKind.values())
        .filter(one -> one.name().equalsIgnoreCase(asked))
        .findFirst()
        .orElse(ImportKind.ASSETS)
        .name()
        .toLowerCase(Locale.ROOT);
  }

  Map<String, List<String>> texts() {
    return texts;
  }

  boolean hasFile() {
    return fileName != null;
  }

  boolean isFileEmpty() {
    return beginning.length == 0;
  }

  boolean hasMapping() {
    return texts.containsKey("column");
  }

  /** The run that has come of it, or why none has. */
  ImportRun run() {
    if (run == null) {
      throw refusal == null ? new IllegalStateException("The file was not sent on.") : refusal;
    }
    return run;
  }

  /** What the API makes of the file's beginning. */
  ImportPreview preview() {
    var file = new ByteArrayInputStream(beginning);
    try (var body = new FileBody(String.valueOf(fileName), file, () -> Map.of("kind", kind()))) {
      return uploads.post("v1/imports/preview", body.mediaType(), body, ImportPreview.class);
    }
  }
}
