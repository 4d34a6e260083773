package asset2go.maintenance;

import asset2go.asset.AssetsApi;
import asset2go.frame.Changes;
import asset2go.frame.Form;
import asset2go.lookup.Lookup;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opens a work order, or changes one. */
@Named
@RequestScoped
public class OrderForm {
  private static final List<String> TEXTS =
      List.of("title", "kind", "priority", "description", "workDue", "cost", "currency");

  @Inject HttpServletRequest request;
  @Inject WorkOrdersApi api;
  @Inject AssetsApi assets;
  @Inject Lookup lookup;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();
  private boolean takesOut;
  private long version;

  public void load() {
    if (isFresh()) {
      fresh();
    } else {
      show(api.get(getId()));
    }
  }

  private void fresh() {
    values.put("kind", WorkKind.REPAIR.name());
    values.put("priority", WorkPriority.NORMAL.name());
    var asset = Form.orNull(request.getParameter("asset"));
    if (asset != null) {
      var found = assets.get(asset);
      values.put("assetId", found.id());
      values.put("asset", found.tag() + " · " + found.name());
    }
  }

  private void show(WorkOrder order) {
    version = order.version();
    takesOut = order.takesOut();
    values.put("asset", order.asset().tag() + " · " + order.asset().name());
    values.put("title", order.title());
    values.put("kind", order.kind().name());
    values.put("priority", order.priority().name());
    values.put("description", text(order.description()));
    values.put("workDue", text(order.due()));
    values.put("cost", order.cost() == null ? "" : order.cost().toPlainString());
    values.put("currency", text(order.currency()));
    values.put("minutes", text(order.minutes()));
    if (order.assignee() != null) {
      values.put("assigneeId", order.assignee().id());
      values.put("assignee", order.assignee().name());
    }
    values.put(
        "checklist",
        order.checklist().stream().map(CheckItem::text).collect(Collectors.joining("\n")));
    values.put("parts", PartLines.write(order.parts()));
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  public void save() {
    form.send(
        () -> {
          var order =
              isFresh()
                  ? api.create(draft())
                  : api.change(getId(), Changes.ifMatch(getId(), version), patch());
          return "/maintenance/orders/" + order.id();
        },
        isFresh() ? "note.work.opened" : "note.work.changed");
  }

  private WorkOrderDraft draft() {
    var due = Typed.day(values.get("workDue"));
    return new WorkOrderDraft(
        Objects.requireNonNullElse(
            lookup.resolve("asset", values.get("assetId"), values.get("asset")), ""),
        Form.text(values.get("title")),
        WorkKind.valueOf(Form.text(values.get("kind"))),
        WorkPriority.valueOf(Form.text(values.get("priority"))),
        Form.orNull(values.get("description")),
        assignee(),
        due,
        takesOut,
        Typed.lines(values.get("checklist")).stream().map(CheckItem::of).toList(),
        PartLines.read(values.get("parts")),
        Typed.whole(values.get("minutes")),
        Typed.decimal(values.get("cost")),
        Form.orNull(values.get("currency")));
  }

  private @Nullable String assignee() {
    var typed = Form.orNull(values.get("assignee"));
    return typed == null ? null : lookup.resolve("person", values.get("assigneeId"), typed);
  }

  private JsonObject patch() {
    var patch = Json.createObjectBuilder();
    TEXTS.forEach(field -> add(patch, field.equals("workDue") ? "due" : field, values.get(field)));
    add(patch, "assigneeId", assignee());
    patch.add("takesOut", takesOut);
    var minutes = Typed.whole(values.get("minutes"));
    patch.add("minutes", minutes == null ? JsonValue.NULL : Json.createValue(minutes));
    var before = api.get(getId()).checklist();
    var lines = Json.createArrayBuilder();
    for (var line : Typed.lines(values.get("checklist"))) {
      // What stays in the list stays ticked off.
      var done = before.stream().anyMatch(item -> item.text().equals(line) && item.ticked());
      lines.add(Json.createObjectBuilder().add("text", line).add("done", done));
    }
    patch.add("checklist", lines);
    patch.add("parts", PartLines.json(PartLines.read(values.get("parts"))));
    return patch.build();
  }

  private static void add(JsonObjectBuilder patch, String field, @Nullable String value) {
    var typed = Form.orNull(value);
    patch.add(field, typed == null ? JsonValue.NULL : Json.createValue(typed));
  }

  public boolean isFresh() {
    return request.getParameter("id") == null;
  }

  public String getId() {
    return String.valueOf(request.getParameter("id"));
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

  public long getVersion() {
    return version;
  }

  public void setVersion(long version) {
    this.version = version;
  }

  public WorkKind[] getKinds() {
    return WorkKind.values();
  }

  public WorkPriority[] getPriorities() {
    return WorkPriority.values();
  }
}
