package asset2go.maintenance;

import static asset2go.graph.Parameters.map;

import asset2go.asset.Asset;
import asset2go.asset.AssetEvent.Change;
import asset2go.event.Events;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes new work orders, whoever or whatever opens them. */
@ApplicationScoped
class WorkOrderBook {

  private @Inject Events events;

  /**
   * What a plan has to do with it.
   *
   * @param occasion names the plan, the asset and the time: no two orders have the same
   */
  record ByPlan(String planId, String occasion) {}

  /**
   * Opens one.
   *
   * @param asset locked
   * @param draft complete
   * @return its id
   */
  String open(
      Transaction tx,
      Actor actor,
      Asset asset,
      WorkOrderDraft draft,
      @Nullable ByPlan plan,
      Instant now) {
    String id = Ids.next();
    String number = Counters.nextWorkOrder(tx);
    WorkOrderDraft ticked = WorkOrderFields.ticked(draft, List.of(), actor, now);
    Map<String, @Nullable Object> properties =
        WorkOrderFields.properties(ticked, number, asset.tag());
    properties.putAll(
        map(
            "id",
            id,
            "number",
            number,
            "assetId",
            asset.id(),
            "state",
            WorkOrderState.OPEN,
            "active",
            true,
            "planId",
            plan == null ? null : plan.planId(),
            "occasion",
            plan == null ? null : plan.occasion(),
            "openedById",
            actor.id(),
            "openedByName",
            actor.name(),
            "openedAt",
            now,
            "version",
            1L));
    tx.run(
        """
        MATCH (a:Asset {id: $asset})
        CREATE (w:WorkOrder)-[:FOR]->(a)
        SET w = $properties
        WITH w
        MATCH (p:MaintenancePlan {id: w.planId})
        CREATE (w)-[:BY_PLAN]->(p)
        """,
        map("asset", asset.id(), "properties", properties));
    Assignee.assign(tx, "WorkOrder", id, draft.assigneeId());
    events.append(
        tx, "WorkOrder", id, "CREATED", actor, now, WorkOrderFields.changes(null, ticked));
    note(tx, actor, asset.id(), "WORK_OPENED", number + " " + ticked.title(), now);
    return id;
  }

  /** Tells of a work order in the history of its asset, which is locked. */
  void note(Transaction tx, Actor actor, String assetId, String kind, String what, Instant now) {
    Change change = new Change("workOrder", null, what);
    events.append(tx, "Asset", assetId, kind, actor, now, List.of(change));
  }
}
