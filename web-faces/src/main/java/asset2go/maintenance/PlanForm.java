package asset2go.maintenance;

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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a plan, changes one, or gives it up. */
@Named
@RequestScoped
public class PlanForm {
  @Inject HttpServletRequest request;
  @Inject PlansApi api;
  @Inject Lookup lookup;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();
  private boolean takesOut;
  private boolean active = true;
  private long version;

  public void load() {
    if (isFresh()) {
      values.put("kind", WorkKind.SERVICE.name());
      values.put("priority", WorkPriority.NORMAL.name());
      values.put("unit", Cadence.Unit.MONTH.name());
      values.put("basis", MaintenancePlan.Basis.FIXED.name());
      values.put("leadDays", "7");
    } else {
      show(api.get(getId()));
    }
  }

  private void show(MaintenancePlan plan) {
    version = plan.version();
    takesOut = plan.takesOut();
    active = plan.active();
    values.put("name", plan.name());
    values.put("covers", Objects.toString(plan.subject().name(), ""));
    values.put("kind", plan.kind().name());
    values.put("priority", plan.priority().name());
    values.put("basis", plan.basis().name());
    values.put("leadDays", String.valueOf(plan.leadDays()));
    values.put("instructions", Objects.toString(plan.instructions(), ""));
    values.put("checklist", String.join("\n", plan.checklist()));
    if (plan.assignee() != null) {
      values.put("assigneeId", plan.assignee().id());
      values.put("assignee", plan.assignee().name());
    }
    values.put("unit", Cadence.Unit.MONTH.name());
    if (plan.calendar() != null) {
      values.put("every", String.valueOf(plan.calendar().every()));
      values.put("unit", plan.calendar().unit().name());
      values.put("firstOn", String.valueOf(plan.calendar().firstOn()));
    }
    if (plan.meter() != null) {
      values.put("meter", plan.meter().name());
      values.put("meterEvery", number(plan.meter().every()));
      values.put("meterFirstAt", number(plan.meter().firstAt()));
    }
  }

  private static String number(@Nullable Double number) {
    return number == null
        ? ""
        : java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  public void save() {
    form.send(
        () -> {
          if (isFresh()) {
            api.create(draft());
          } else {
            api.change(getId(), Changes.ifMatch(getId(), version), patch());
          }
          return "/maintenance/plans";
        },
        isFresh() ? "note.plan.created" : "note.plan.changed",
        Form.text(values.get("name")));
  }

  public void delete() {
    form.send(
        () -> {
          api.delete(getId(), null);
          return "/maintenance/plans";
        },
        "note.plan.deleted");
  }

  private PlanDraft draft() {
    return new PlanDraft(
        Form.text(values.get("name")),
        subject(),
        WorkKind.valueOf(Form.text(values.get("kind"))),
        WorkPriority.valueOf(Form.text(values.get("priority"))),
        calendar(),
        meter(),
        MaintenancePlan.Basis.valueOf(Form.text(values.get("basis"))),
        Typed.whole(values.get("leadDays")),
        takesOut,
        assignee(),
        Form.orNull(values.get("instructions")),
        Typed.lines(values.get("checklist")),
        active);
  }

  /** The first of the three that something was chosen for. */
  private PlanSubject subject() {
    for (var kind : PlanSubject.Kind.values()) {
      var field = kind.name().toLowerCase(Locale.ROOT);
      var id = lookup.resolve(field, values.get(field + "Id"), values.get(field));
      if (id != null) {
        return new PlanSubject(kind, id, null);
      }
    }
    return new PlanSubject(PlanSubject.Kind.ASSET, "", null);
  }

  private @Nullable String assignee() {
    var typed = Form.orNull(values.get("assignee"));
    return typed == null ? null : lookup.resolve("person", values.get("assigneeId"), typed);
  }

  private @Nullable Cadence calendar() {
    var every = Typed.whole(values.get("every"));
    var firstOn = Typed.day(values.get("firstOn"));
    return every == null || firstOn == null
        ? null
        : new Cadence(every, Cadence.Unit.valueOf(Form.text(values.get("unit"))), firstOn);
  }

  private @Nullable MeterRule meter() {
    var name = Form.orNull(values.get("meter"));
    var every = Typed.decimal(values.get("meterEvery"));
    var firstAt = Typed.decimal(values.get("meterFirstAt"));
    return name == null || every == null
        ? null
        : new MeterRule(
            name, every.doubleValue(), firstAt == null ? null : (Double) firstAt.doubleValue());
  }

  private JsonObject patch() {
    var patch = Json.createObjectBuilder();
    for (var field : new String[] {"name", "kind", "priority", "basis", "instructions"}) {
      add(patch, field, values.get(field));
    }
    add(patch, "assigneeId", assignee());
    var lead = Typed.whole(values.get("leadDays"));
    patch.add("leadDays", lead == null ? JsonValue.NULL : Json.createValue(lead));
    patch.add("takesOut", takesOut).add("active", active);
    patch.add("checklist", Json.createArrayBuilder(Typed.lines(values.get("checklist"))).build());
    var calendar = calendar();
    var meter = meter();
    patch.add("calendar", calendar == null ? JsonValue.NULL : json(calendar));
    patch.add("meter", meter == null ? JsonValue.NULL : json(meter));
    return patch.build();
  }

  private static JsonObject json(Cadence calendar) {
    return Json.createObjectBuilder()
        .add("every", calendar.every())
        .add("unit", calendar.unit().name())
        .add("firstOn", calendar.firstOn().toString())
        .build();
  }

  private static JsonObject json(MeterRule meter) {
    var first = meter.firstAt();
    return Json.createObjectBuilder()
        .add("name", meter.name())
        .add("every", meter.every())
        .add("firstAt", first == null ? JsonValue.NULL : Json.createValue(first))
        .build();
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

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
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

  public Cadence.Unit[] getUnits() {
    return Cadence.Unit.values();
  }

  public MaintenancePlan.Basis[] getBases() {
    return MaintenancePlan.Basis.values();
  }
}
