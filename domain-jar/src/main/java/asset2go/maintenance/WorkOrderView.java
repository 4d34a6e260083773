package asset2go.maintenance;

import static asset2go.graph.Values.date;
import static asset2go.graph.Values.instant;
import static asset2go.graph.Values.instantOrNull;
import static asset2go.graph.Values.ref;
import static asset2go.graph.Values.text;

import asset2go.asset.AssetView;
import asset2go.graph.Transaction;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads work orders as the API shows them. */
final class WorkOrderView {

  /** What to return for a work order that is bound to {@code w}, of an asset {@code a}. */
  static final String COLUMNS =
      """
      w{.*} AS work, a{.id, .tag, .name, .status} AS asset,
      [(w)-[:ASSIGNED_TO]->(p) | p{.id, .name}][0] AS assignee,
      [(w)-[:BY_PLAN]->(p) | p{.id, .name}][0] AS plan
      """;

  private WorkOrderView() {}

  /** One whose asset is within a scope. */
  static WorkOrder one(Transaction tx, Scope scope, String id) {
    return tx.one(
            "MATCH (w:WorkOrder {id: $id})-[:FOR]->(a:Asset) WHERE %s RETURN %s"
                .formatted(scope.asset("a"), COLUMNS),
            scope.with("id", id))
        .map(WorkOrderView::of)
        .orElseThrow(() -> new DomainError.NotFound("work order", id));
  }

  static WorkOrder of(Record row) {
    Value w = row.get("work");
    WorkOrderState state = WorkOrderState.valueOf(w.get("state").asString());
    LocalDate due = date(w.get("due"));
    List<PartUsed> parts = OrderLines.parts(w.get("parts"));
    BigDecimal cost = decimal(w.get("cost"));
    return new WorkOrder(
        w.get("id").asString(),
        w.get("number").asString(),
        w.get("title").asString(),
        WorkKind.valueOf(w.get("kind").asString()),
        WorkPriority.valueOf(w.get("priority").asString()),
        state,
        AssetView.assetRef(row.get("asset")),
        text(w.get("description")),
        ref(row.get("assignee")),
        due,
        state.isActive() && due != null && due.isBefore(LocalDate.now(ZoneOffset.UTC)),
        w.get("takesOut").asBoolean(false),
        OrderLines.checklist(w.get("checklist")),
        parts,
        w.get("minutes").isNull() ? null : w.get("minutes").asInt(),
        cost,
        text(w.get("currency")),
        WorkOrderFields.total(cost, parts),
        text(w.get("resolution")),
        ref(row.get("plan")),
        new Ref(w.get("openedById").asString(), w.get("openedByName").asString()),
        instant(w.get("openedAt")),
        instantOrNull(w.get("startedAt")),
        instantOrNull(w.get("finishedAt")),
        w.get("version").asLong(),
        state.next());
  }

  static @Nullable BigDecimal decimal(Value value) {
    return value.isNull() ? null : new BigDecimal(value.asString());
  }
}
