package asset2go.maintenance;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.search.Folding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a plan is made from: as its node keeps it, and as events tell of it. */
final class PlanFields {

  private PlanFields() {}

  static PlanDraft draft(MaintenancePlan plan) {
    return new PlanDraft(
        plan.name(),
        plan.subject(),
        plan.kind(),
        plan.priority(),
        plan.calendar(),
        plan.meter(),
        plan.basis(),
        plan.leadDays(),
        plan.takesOut(),
        plan.assignee() == null ? null : plan.assignee().id(),
        plan.instructions(),
        plan.checklist(),
        plan.active());
  }

  /** The same with nothing left open that has a usual value. */
  static PlanDraft complete(PlanDraft draft) {
    if (draft.calendar() == null && draft.meter() == null) {
      throw new DomainError.Invalid(
          "calendar", Fault.REQUIRED, "must say how often, by the calendar or by a meter");
    }
    return new PlanDraft(
        draft.name().strip(),
        draft.subject(),
        Optional.ofNullable(draft.kind()).orElse(WorkKind.SERVICE),
        Optional.ofNullable(draft.priority()).orElse(WorkPriority.NORMAL),
        draft.calendar(),
        draft.meter(),
        Optional.ofNullable(draft.basis()).orElse(MaintenancePlan.Basis.FIXED),
        Optional.ofNullable(draft.leadDays()).orElse(0),
        Boolean.TRUE.equals(draft.takesOut()),
        draft.assigneeId(),
        draft.instructions(),
        Optional.ofNullable(draft.checklist()).orElse(List.of()),
        draft.active() == null || draft.active());
  }

  /** Whether these two want things at other times. */
  static boolean sameRhythm(PlanDraft before, PlanDraft after) {
    return Objects.equals(before.calendar(), after.calendar())
        && Objects.equals(before.meter(), after.meter())
        && before.basis() == after.basis()
        && Objects.equals(before.leadDays(), after.leadDays());
  }

  static Map<String, @Nullable Object> properties(PlanDraft draft) {
    Cadence calendar = draft.calendar();
    MeterRule meter = draft.meter();
    List<String> checklist = draft.checklist();
    return map(
        "name", draft.name(),
        "nameKey", Folding.fold(draft.name()),
        "kind", draft.kind(),
        "priority", draft.priority(),
        "calendarEvery", calendar == null ? null : calendar.every(),
        "calendarUnit", calendar == null ? null : calendar.unit(),
        "calendarFirstOn", calendar == null ? null : calendar.firstOn(),
        "meterName", meter == null ? null : meter.name().strip(),
        "meterKey", meter == null ? null : Folding.fold(meter.name()),
        "meterEvery", meter == null ? null : meter.every(),
        "meterFirstAt", meter == null ? null : meter.firstAt(),
        "basis", draft.basis(),
        "leadDays", draft.leadDays(),
        "takesOut", draft.takesOut(),
        "instructions", draft.instructions(),
        "checklist", checklist == null || checklist.isEmpty() ? null : checklist,
        "active", draft.active());
  }

  static List<Change> changes(@Nullable PlanDraft before, PlanDraft after) {
    Map<String, @Nullable String> was = before == null ? Map.of() : texts(before);
    List<Change> changes = new ArrayList<>();
    texts(after)
        .forEach(
            (field, now) -> {
              if (!Objects.equals(was.get(field), now)) {
                changes.add(new Change(field, was.get(field), now));
              }
            });
    return changes;
  }

  private static Map<String, @Nullable String> texts(PlanDraft draft) {
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    texts.put("name", draft.name());
    texts.put("kind", text(draft.kind()));
    texts.put("priority", text(draft.priority()));
    Cadence calendar = draft.calendar();
    texts.put(
        "calendar",
        calendar == null
            ? null
            : "%d %s %s".formatted(calendar.every(), calendar.unit(), calendar.firstOn()));
    MeterRule meter = draft.meter();
    texts.put("meter", meter == null ? null : meter.name() + " " + meter.every());
    texts.put("basis", text(draft.basis()));
    texts.put("leadDays", text(draft.leadDays()));
    texts.put("takesOut", text(draft.takesOut()));
    texts.put("assigneeId", draft.assigneeId());
    texts.put("instructions", draft.instructions());
    List<String> checklist = draft.checklist();
    texts.put(
        "checklist",
        checklist == null || checklist.isEmpty() ? null : String.join("\n", checklist));
    texts.put("active", text(draft.active()));
    return texts;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
