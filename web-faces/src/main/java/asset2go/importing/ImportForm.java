package asset2go.importing;

import asset2go.client.ApiProblem;
import asset2go.frame.Form;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first half of an import: a file, what its rows are, and which column is which field. The file
 * stays with the browser until all of that is settled; only its beginning is shown to the API to
 * guess from. It has passed through already when this bean is asked ({@link SentForm}).
 */
@Named
@RequestScoped
public class ImportForm {
  @Inject HttpServletRequest request;
  @Inject Form form;

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
    sent().ifPresent(this::show);
  }

  private void show(SentForm sent) {
    try {
      preview = sent.preview();
    } catch (RuntimeException failure) {
      form.refuse(ApiProblem.in(failure).orElseThrow(() -> failure));
    }
  }

  /** Sends the file to be checked without writing anything; that is, it was sent when it came. */
  public void check() {
    start();
  }

  /** Sends the file to be imported. */
  public void run() {
    start();
  }

  private void start() {
    sent()
        .ifPresent(
            sent -> {
              form.send(() -> "/imports/" + sent.run().id());
              if (form.isRefused() && sent.hasMapping()) {
                show(sent);
              }
            });
  }

  /** Only with a file that is one. */
  private Optional<SentForm> sent() {
    var sent = SentForm.of(request).filter(SentForm::hasFile);
    if (sent.isEmpty() || sent.get().isFileEmpty()) {
      form.refuseField("file", sent.isEmpty() ? "imports.file.missing" : "imports.file.empty");
      return Optional.empty();
    }
    return sent;
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

  /** Of the address or of the form. */
  public String getKind() {
    var asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    return SentForm.kind(asked.get("kind")).toUpperCase(Locale.ROOT);
  }
}
