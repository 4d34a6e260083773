package asset2go.maintenance;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.identity.Actor;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.search.Folding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be changed of a work order: as its node keeps it, and as events tell of it. */
final class WorkOrderFields {

  /** Sorts behind every day there is. */
  private static final String NO_DAY = "9999-12-31";

  private WorkOrderFields() {}

  /** What a work order was made from. */
  static WorkOrderDraft draft(WorkOrder order) {
    return new WorkOrderDraft(
        order.asset().id(),
        order.title(),
        order.kind(),
        order.priority(),
        order.description(),
        order.assignee() == null ? null : order.assignee().id(),
        order.due(),
        order.takesOut(),
        order.checklist(),
        order.parts(),
        order.minutes(),
        order.cost(),
        order.currency());
  }

  /** The same with nothing left open that has a usual value. */
  static WorkOrderDraft complete(WorkOrderDraft draft) {
    boolean priced =
        draft.cost() != null
            || lines(draft.parts()).stream().anyMatch(part -> part.unitPrice() != null);
    if (priced && draft.currency() == null) {
      throw new DomainError.Invalid("currency", Fault.REQUIRED, "must say what the prices are in");
    }
    return new WorkOrderDraft(
        draft.assetId(),
        draft.title().strip(),
        Optional.ofNullable(draft.kind()).orElse(WorkKind.REPAIR),
        Optional.ofNullable(draft.priority()).orElse(WorkPriority.NORMAL),
        draft.description(),
        draft.assigneeId(),
        draft.due(),
        Boolean.TRUE.equals(draft.takesOut()),
        lines(draft.checklist()),
        lines(draft.parts()),
        draft.minutes(),
        draft.cost(),
        draft.currency());
  }

  /** The same with who ticked what off, and when: for each line once, by whoever did it first. */
  static WorkOrderDraft ticked(
      WorkOrderDraft draft, List<CheckItem> before, Actor actor, Instant now) {
    List<CheckItem> open = new ArrayList<>(before);
    List<CheckItem> items = new ArrayList<>();
    for (CheckItem item : lines(draft.checklist())) {
      CheckItem was =
          open.stream()
              .filter(one -> one.ticked() && one.text().equals(item.text()))
              .findFirst()
              .orElse(null);
      if (!item.ticked()) {
        items.add(new CheckItem(item.text(), false, null, null));
      } else if (was != null) {
        open.remove(was);
        items.add(was);
      } else {
        items.add(new CheckItem(item.text(), true, actor.name(), now));
      }
    }
    return new WorkOrderDraft(
        draft.assetId(),
        draft.title(),
        draft.kind(),
        draft.priority(),
        draft.description(),
        draft.assigneeId(),
        draft.due(),
        draft.takesOut(),
        items,
        draft.parts(),
        draft.minutes(),
        draft.cost(),
        draft.currency());
  }

  static Map<String, @Nullable Object> properties(WorkOrderDraft draft, String number, String tag) {
    return map(
        "title", draft.title(),
        "kind", draft.kind(),
        "priority", draft.priority(),
        "description", draft.description(),
        "assigneeId", draft.assigneeId(),
        "due", draft.due(),
        "takesOut", draft.takesOut(),
        "checklist", OrderLines.ofChecklist(draft.checklist()),
        "parts", OrderLines.ofParts(draft.parts()),
        "minutes", draft.minutes(),
        "cost", draft.cost() == null ? null : draft.cost().toPlainString(),
        "currency", draft.currency(),
        "sortKey", sortKey(Objects.requireNonNull(draft.priority()), draft.due()),
        "searchText", Folding.fold(number + " " + draft.title() + " " + tag));
  }

  /** The most pressing first, and of those what is due first. */
  private static String sortKey(WorkPriority priority, @Nullable LocalDate due) {
    return priority.ordinal() + " " + (due == null ? NO_DAY : due);
  }

  static List<Change> changes(@Nullable WorkOrderDraft before, WorkOrderDraft after) {
    List<Change> changes = new ArrayList<>();
    Map<String, @Nullable String> was = before == null ? Map.of() : texts(before);
    texts(after)
        .forEach(
            (field, now) -> {
              String then = was.get(field);
              if (!Objects.equals(then, now)) {
                changes.add(new Change(field, then, now));
              }
            });
    return changes;
  }

  private static Map<String, @Nullable String> texts(WorkOrderDraft draft) {
    Map<String, @Nullable String> texts = new java.util.LinkedHashMap<>();
    texts.put("title", draft.title());
    texts.put("kind", text(draft.kind()));
    texts.put("priority", text(draft.priority()));
    texts.put("description", draft.description());
    texts.put("assigneeId", draft.assigneeId());
    texts.put("due", text(draft.due()));
    texts.put("takesOut", Boolean.TRUE.equals(draft.takesOut()) ? "true" : null);
    texts.put("checklist", ticks(lines(draft.checklist())));
    texts.put("parts", parts(lines(draft.parts())));
    texts.put("minutes", text(draft.minutes()));
    texts.put("cost", draft.cost() == null ? null : draft.cost().toPlainString());
    texts.put("currency", draft.currency());
    return texts;
  }

  private static @Nullable String ticks(List<CheckItem> items) {
    StringBuilder text = new StringBuilder();
    items.forEach(item -> text.append(item.ticked() ? "[x] " : "[ ] ").append(item.text() + "\n"));
    return text.isEmpty() ? null : text.toString().strip();
  }

  private static @Nullable String parts(List<PartUsed> parts) {
    StringBuilder text = new StringBuilder();
    for (PartUsed part : parts) {
      text.append(part.quantity().toPlainString()).append(" × ").append(part.name());
      if (part.unitPrice() != null) {
        text.append(" (").append(part.unitPrice().toPlainString()).append(')');
      }
      text.append('\n');
    }
    return text.isEmpty() ? null : text.toString().strip();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static <T> List<T> lines(@Nullable List<T> lines) {
    return lines == null ? List.of() : lines;
  }

  /** Cost and parts together; null where neither has a price. */
  static @Nullable BigDecimal total(@Nullable BigDecimal cost, List<PartUsed> parts) {
    if (cost == null && parts.stream().allMatch(part -> part.unitPrice() == null)) {
      return null;
    }
    BigDecimal sum = cost == null ? BigDecimal.ZERO : cost;
    for (PartUsed part : parts) {
      sum = sum.add(part.price());
    }
    return sum;
  }
}
