package asset2go.importing;

import asset2go.frame.Form;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second half of an import: how far it is, what was wrong, and what to do next. */
@Named
@RequestScoped
public class ImportPage {
  private static final int ERRORS = 50;

  @Inject HttpServletRequest request;
  @Inject ImportsApi api;
  @Inject Form form;

  private @Nullable ImportRun run;
  private @Nullable Page<ImportError> errors;

  public void load() {
    if (getRun().failed() > 0) {
      errors = api.errors(getId(), ERRORS, request.getParameter("after"));
    }
  }

  public String getId() {
    return String.valueOf(request.getParameter("id"));
  }

  /** A form that was sent needs it before the page is shown. */
  public ImportRun getRun() {
    if (run == null) {
      run = api.get(getId());
    }
    return run;
  }

  public @Nullable Page<ImportError> getErrors() {
    return errors;
  }

  /** Whether it is still going on, so that the page has to look again. */
  public boolean isLive() {
    var state = getRun().state();
    return state == ImportState.QUEUED || state == ImportState.RUNNING;
  }

  /** A check that went through may be followed by the import itself. */
  public boolean isReady() {
    return getRun().dryRun() && getRun().state() == ImportState.COMPLETED;
  }

  /** Where the wizard stands: 3 for the check, 4 for the import. */
  public int getStep() {
    return getRun().dryRun() ? 3 : 4;
  }

  public List<String> getOutcome() {
    return List.of("created", "updated", "unchanged", "failed");
  }

  public long count(String outcome) {
    var of = getRun();
    return switch (outcome) {
      case "created" -> of.created();
      case "updated" -> of.updated();
      case "unchanged" -> of.unchanged();
      default -> of.failed();
    };
  }

  /** Whether it is asked whether to take it back. */
  public boolean isAsksUndo() {
    return "undo".equals(request.getParameter("ask")) && getRun().undoable();
  }

  /** Takes it back. */
  public void undo() {
    takeBack(false);
  }

  /** Only says what would become of each. */
  public void rehearseUndo() {
    takeBack(true);
  }

  private void takeBack(boolean dryRun) {
    form.send(() -> "/bulk/" + api.undo(getId(), new ImportUndo(dryRun)).id());
    if (form.isRefused()) {
      load();
    }
  }

  /** Imports for real what was checked. */
  public void runNow() {
    form.send(() -> "/imports/" + api.run(getId()).id());
    if (form.isRefused()) {
      load();
    }
  }

  public void cancel() {
    form.send(
        () -> {
          api.cancel(getId());
          return "/imports/" + getId();
        });
    if (form.isRefused()) {
      load();
    }
  }
}
