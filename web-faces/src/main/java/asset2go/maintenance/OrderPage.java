package asset2go.maintenance;

import asset2go.asset.AssetEvent;
import asset2go.asset.Condition;
import asset2go.asset.EquipmentStatus;
import asset2go.document.Document;
import asset2go.document.DocumentsApi;
import asset2go.frame.Changes;
import asset2go.frame.Form;
import asset2go.frame.Texts;
import asset2go.identity.Viewer;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One work order: what is to be done, what was done, and the steps over the board. */
@Named
@RequestScoped
public class OrderPage {
  private static final int EVENTS = 50;
  private static final List<EquipmentStatus> AFTERWARDS =
      List.of(EquipmentStatus.OUT_OF_SERVICE, EquipmentStatus.RETIRED);

  @Inject HttpServletRequest request;
  @Inject WorkOrdersApi api;
  @Inject DocumentsApi documents;
  @Inject Viewer viewer;
  @Inject Form form;
  @Inject Texts texts;

  private final Map<String, String> values = new HashMap<>();
  private @Nullable WorkOrder order;
  private @Nullable Page<AssetEvent> events;
  private @Nullable List<Document> papers;
  private String @Nullable [] ticked;
  private long version;

  /** A line of the checklist as a box to tick. */
  public record Check(int number, CheckItem item) {}

  public void load() {
    order = api.get(getId());
    version = order.version();
    events = api.events(getId(), EVENTS, request.getParameter("after"));
  }

  public String getId() {
    return String.valueOf(request.getParameter("id"));
  }

  /** A form that was sent needs it before the page is shown. */
  public WorkOrder getOrder() {
    if (order == null) {
      order = api.get(getId());
    }
    return order;
  }

  /** Photos, bills and what else belongs to it. */
  public List<Document> getDocuments() {
    if (papers == null) {
      papers = documents.list("work-order", getId()).items();
    }
    return papers;
  }

  public String getAddress() {
    return "/maintenance/orders/" + getId();
  }

  /** Nothing while a form is sent. */
  public @Nullable Page<AssetEvent> getEvents() {
    return events;
  }

  /** Whether the checklist may be ticked off here. */
  public boolean isOpen() {
    return viewer.isHandler() && getOrder().state().isActive();
  }

  public List<Check> getChecks() {
    var checks = new ArrayList<Check>();
    for (var item : getOrder().checklist()) {
      checks.add(new Check(checks.size(), item));
    }
    return checks;
  }

  public String[] getTicked() {
    if (ticked == null) {
      ticked =
          getChecks().stream()
              .filter(check -> check.item().ticked())
              .map(check -> String.valueOf(check.number()))
              .toArray(String[]::new);
    }
    return ticked;
  }

  public void setTicked(String @Nullable [] ticked) {
    this.ticked = ticked == null ? new String[0] : ticked;
  }

  public long getVersion() {
    return version;
  }

  public void setVersion(long version) {
    this.version = version;
  }

  /** Saves what is ticked off, of the checklist that was shown. */
  public void tick() {
    var done = List.of(getTicked());
    var lines = Json.createArrayBuilder();
    for (var check : getChecks()) {
      lines.add(
          Json.createObjectBuilder()
              .add("text", check.item().text())
              .add("done", done.contains(String.valueOf(check.number()))));
    }
    var patch = Json.createObjectBuilder().add("checklist", lines).build();
    form.send(
        () -> {
          api.change(getId(), Changes.ifMatch(getId(), version), patch);
          return "/maintenance/orders/" + getId();
        },
        "note.work.ticked");
    if (form.isRefused()) {
      ticked = null;
      load();
    }
  }

  /** The step that the address asks for, where it can be taken. */
  public @Nullable WorkOrderState getStep() {
    var asked = request.getParameter("step");
    return getOrder().next().stream()
        .filter(state -> state.name().equals(asked))
        .findFirst()
        .orElse(null);
  }

  /** The steps that this person may take. */
  public List<WorkOrderState> getNext() {
    return viewer.isHandler() ? getOrder().next() : List.of();
  }

  public boolean isClosing() {
    var step = getStep();
    return step != null && !step.isActive();
  }

  public Condition[] getConditions() {
    return Condition.values();
  }

  public List<EquipmentStatus> getAfterwards() {
    return AFTERWARDS;
  }

  /** Whether the step has to say what a calibration found. */
  public boolean isCalibrating() {
    return getStep() == WorkOrderState.DONE && getOrder().kind() == WorkKind.CALIBRATION;
  }

  public Calibration.Result[] getResults() {
    return Calibration.Result.values();
  }

  private @Nullable CalibrationDraft found() {
    var result = Form.orNull(values.get("result"));
    if (!isCalibrating() || result == null) {
      return null;
    }
    return new CalibrationDraft(
        Calibration.Result.valueOf(result),
        Typed.day(values.get("on")),
        Typed.day(values.get("validUntil")),
        Form.orNull(values.get("deviation")),
        Form.orNull(values.get("certificate")),
        Form.orNull(values.get("by")));
  }

  public Map<String, String> getValues() {
    return values;
  }

  public void take() {
    var step = Objects.requireNonNull(getStep());
    var condition = Form.orNull(values.get("condition"));
    var assetTo = Form.orNull(values.get("assetTo"));
    form.send(
        () -> {
          api.step(
              getId(),
              null,
              new WorkOrderStep(
                  step,
                  Form.orNull(values.get("resolution")),
                  condition == null ? null : Condition.valueOf(condition),
                  assetTo == null ? null : EquipmentStatus.valueOf(assetTo),
                  found()));
          return "/maintenance/orders/" + getId();
        },
        "note.work." + step);
    if (form.isRefused()) {
      load();
    }
  }

  /** What became of a field, in words: codes have names, people are not named by their ids. */
  public String words(AssetEvent.Change change) {
    var after = change.after();
    if (after == null) {
      return texts.get("event.emptied");
    }
    return switch (change.field()) {
      case "state", "kind", "priority" -> texts.get("work." + change.field() + "." + after);
      case "assigneeId" -> name(after);
      case "takesOut" -> texts.get("form.yes");
      default -> after;
    };
  }

  private String name(String id) {
    var assignee = getOrder().assignee();
    return assignee != null && assignee.id().equals(id)
        ? assignee.name()
        : texts.get("work.somebody-else");
  }
}
