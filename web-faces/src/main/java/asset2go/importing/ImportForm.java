package asset2go.importing;

import asset2go.frame.Form;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The first half of an import: a file, what its rows are, and which column is which field. The file
 * stays with the browser until all of that is settled; only its beginning is shown to the API to
 * guess from.
 */
@Named
@RequestScoped
public class ImportForm {
  @Inject HttpServletRequest request;
  @Inject ImportsApi api;
  @Inject Form form;

  private @Nullable Part file;
  private @Nullable ImportPreview preview;

  /**
   * A column of the file.
   *
   * @param field what it is taken for; empty leaves it out
   * @param sample some of its values
   */
  public record Column(String name, String field, List<String> sample) {}

  /** Shows what the columns would be taken for. */
  public void look() {
    if (missing()) {
      return;
    }
    try {
      preview = api.preview(List.of(filePart(), textPart("kind", kind())));
    } catch (RuntimeException failure) {
      form.refuse(asset2go.client.ApiProblem.in(failure).orElseThrow(() -> failure));
    }
  }

  /** Sends the file to be checked without writing anything. */
  public void check() {
    start(true);
  }

  /** Sends the file to be imported. */
  public void run() {
    start(false);
  }

  private void start(boolean dryRun) {
    if (missing()) {
      return;
    }
    form.send(
        () -> {
          var parts = new ArrayList<EntityPart>();
          parts.add(textPart("kind", kind()));
          parts.add(textPart("dryRun", String.valueOf(dryRun)));
          if (request.getParameterValues("column") != null) {
            parts.add(textPart("mapping", mapping()));
          }
          parts.add(filePart());
          return "/imports/" + api.start(parts).id();
        });
    if (form.isRefused() && request.getParameterValues("column") != null) {
      look();
    }
  }

  private boolean missing() {
    if (file == null || file.getSize() == 0) {
      form.refuseField("file", file == null ? "imports.file.missing" : "imports.file.empty");
      return true;
    }
    return false;
  }

  /** As chosen on the page: columns and fields stand in the same order. */
  private String mapping() {
    var columns = request.getParameterValues("column");
    var fields = request.getParameterValues("field");
    var mapping = Json.createObjectBuilder();
    for (var i = 0; i < Math.min(columns.length, fields.length); i++) {
      mapping.add(columns[i], fields[i]);
    }
    return mapping.build().toString();
  }

  private EntityPart filePart() {
    try {
      var sent = file;
      if (sent == null) {
        throw new IllegalStateException("No file.");
      }
      var name = sent.getSubmittedFileName();
      return EntityPart.withName("file")
          .fileName(name == null || name.isBlank() ? "file.csv" : name)
          .mediaType(MediaType.APPLICATION_OCTET_STREAM_TYPE)
          .content(sent.getInputStream())
          .build();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static EntityPart textPart(String name, String value) {
    try {
      return EntityPart.withName(name)
          .mediaType("text/plain; charset=UTF-8")
          .content(value)
          .build();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What the rows are, as the API names it; of an address or of the form. */
  private String kind() {
    var asked = request.getParameter("kind");
    return Arrays.stream(ImportKind.values())
        .filter(one -> one.name().equalsIgnoreCase(asked))
        .findFirst()
        .orElse(ImportKind.ASSETS)
        .name()
        .toLowerCase(Locale.ROOT);
  }

  public List<Column> getColumns() {
    var shown = preview;
    if (shown == null) {
      return List.of();
    }
    var columns = new ArrayList<Column>();
    for (var i = 0; i < shown.columns().size(); i++) {
      var at = i;
      var name = shown.columns().get(i);
      columns.add(
          new Column(
              name,
              shown.mapping().getOrDefault(name, ""),
              shown.sample().stream()
                  .map(row -> at < row.size() ? row.get(at) : "")
                  .filter(value -> value != null && !value.isBlank())
                  .limit(3)
                  .toList()));
    }
    return columns;
  }

  /** Required fields that no column was taken for. */
  public List<String> getUnmatched() {
    var shown = preview;
    return shown == null
        ? List.of()
        : shown.required().stream().filter(field -> !shown.mapping().containsValue(field)).toList();
  }

  public @Nullable ImportPreview getPreview() {
    return preview;
  }

  public List<ImportKind> getKinds() {
    return Arrays.asList(ImportKind.values());
  }

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }

  public String getKind() {
    return kind().toUpperCase(Locale.ROOT);
  }
}
