package asset2go.maintenance;

import asset2go.document.Document;
import asset2go.document.DocumentsApi;
import asset2go.frame.Form;
import asset2go.frame.Query;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people have reported, and whether work comes of it. */
@Named
@RequestScoped
public class ReportsPage {
  private static final int ROWS = 50;
  private static final List<String> STATES = List.of("new", "accepted", "rejected");

  @Inject HttpServletRequest request;
  @Inject FaultReportsApi api;
  @Inject DocumentsApi documents;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();
  private boolean takesOut;
  private Query query = new Query(Map.of());
  private @Nullable Page<FaultReport> page;
  private @Nullable FaultReport report;
  private @Nullable List<Document> photos;

  public void load() {
    query = Query.of(request, "state");
    page = api.list(getState(), ROWS, request.getParameter("after"));
    var shown = getReport();
    if (shown != null && !values.containsKey("title")) {
      values.put("title", shown.text().lines().findFirst().orElse(""));
      values.put("priority", WorkPriority.NORMAL.name());
    }
  }

  /** The one that the address asks for. */
  public @Nullable FaultReport getReport() {
    var id = Form.orNull(request.getParameter("report"));
    if (id != null && report == null) {
      report = api.get(id);
    }
    return report;
  }

  /** What was sent with the one that the address asks for. */
  public List<Document> getPhotos() {
    var shown = getReport();
    if (photos == null) {
      photos = shown == null ? List.of() : documents.list("fault-report", shown.id()).items();
    }
    return photos;
  }

  public void accept() {
    form.send(
        () -> {
          var accepted =
              api.accept(
                  String.valueOf(request.getParameter("report")),
                  new FaultAcceptance(
                      Form.text(values.get("title")),
                      WorkPriority.valueOf(Form.text(values.get("priority"))),
                      takesOut));
          return accepted.order() == null
              ? "/maintenance/reports"
              : "/maintenance/orders/" + accepted.order().id();
        },
        "note.report.accepted");
    if (form.isRefused()) {
      load();
    }
  }

  public void reject() {
    form.send(
        () -> {
          api.reject(
              String.valueOf(request.getParameter("report")),
              new FaultRejection(Form.text(values.get("reason"))));
          return "/maintenance/reports";
        },
        "note.report.rejected");
    if (form.isRefused()) {
      load();
    }
  }

  public String getState() {
    var state = query.get("state");
    return state != null && STATES.contains(state) ? state : "new";
  }

  public List<String> getStates() {
    return STATES;
  }

  /** {@code page} on the tab that is open: what aria-current says. */
  public String current(String state) {
    return state.equals(getState()) ? "page" : "false";
  }

  /** Who reported it, as far as that is known. */
  public String who(FaultReport of) {
    return of.user() != null ? of.user().name() : of.name() == null ? "" : of.name();
  }

  public @Nullable Page<FaultReport> getPage() {
    return page;
  }

  public String getNext() {
    return "/maintenance/reports?state=" + getState() + "&after=";
  }

  public Map<String, String> getValues() {
    return values;
  }

  public boolean isTakesOut() {
    return takesOut;
  }

  public void setTakesOut(boolean takesOut) {
    this.takesOut = takesOut;
  }

  public WorkPriority[] getPriorities() {
    return WorkPriority.values();
  }
}
