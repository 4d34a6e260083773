package asset2go.maintenance;

import static asset2go.graph.Parameters.map;

import asset2go.asset.Asset;
import asset2go.asset.AssetEvent;
import asset2go.asset.AssetEvent.Change;
import asset2go.asset.Steps;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Work on assets: opened, changed, and taken over the board. The asset is locked before its work
 * order, so that no two who close the last work on it both think that the other one is open.
 */
@ApplicationScoped
public class WorkOrders {

  private @Inject Graph graph;
  private @Inject Steps steps;
  private @Inject Events events;
  private @Inject WorkOrderBook book;
  private @Inject WorkOrderSteps board;

  /** An order whose asset is locked with it. */
  record Locked(Actor here, Asset asset, WorkOrder order) {}

  public WorkOrder get(Actor actor, String id) {
    return graph.read(tx -> WorkOrderView.one(tx, actor.scope(), id));
  }

  /** Opens one. */
  public WorkOrder create(Actor actor, WorkOrderDraft asked) {
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          Rights.requireSeen(tx, actor, "Asset", asked.assetId(), "assetId");
          Asset asset = steps.lock(tx, List.of(asked.assetId())).get(asked.assetId());
          if (asset == null) {
            throw new DomainError.Invalid(
                "assetId", Fault.UNKNOWN, "there is no asset " + asked.assetId());
          }
          Actor here = Rights.require(tx, actor, asset.id(), Duty.HANDLE.roles());
          WorkOrderDraft draft = WorkOrderFields.complete(asked);
          String id = book.open(tx, here, asset, draft, null, now);
          return WorkOrderView.one(tx, actor.scope(), id);
        });
  }

  /**
   * Changes one.
   *
   * @param expected the version that the caller saw; null to change whatever is there
   */
  public WorkOrder change(
      Actor actor, String id, @Nullable Long expected, UnaryOperator<WorkOrderDraft> change) {
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          Locked locked = lock(tx, actor, id, expected);
          WorkOrderDraft before = WorkOrderFields.draft(locked.order());
          WorkOrderDraft asked = WorkOrderFields.complete(change.apply(before));
          WorkOrderDraft after =
              WorkOrderFields.ticked(asked, locked.order().checklist(), locked.here(), now);
          List<Change> changes = WorkOrderFields.changes(before, after);
          if (changes.isEmpty()) {
            return locked.order();
          }
          check(locked.order(), before, after, changes);
          write(tx, locked, before, after, now);
          events.append(tx, "WorkOrder", id, "CHANGED", actor, now, changes);
          return WorkOrderView.one(tx, actor.scope(), id);
        });
  }

  private static void write(
      Transaction tx, Locked locked, WorkOrderDraft before, WorkOrderDraft after, Instant now) {
    WorkOrder order = locked.order();
    Map<String, @Nullable Object> properties =
        WorkOrderFields.properties(after, order.number(), locked.asset().tag());
    properties.put("updatedAt", now);
    properties.put("version", order.version() + 1);
    tx.run(
        "MATCH (w:WorkOrder {id: $id}) SET w += $properties",
        map("id", order.id(), "properties", properties));
    if (!Objects.equals(before.assigneeId(), after.assigneeId())) {
      Assignee.assign(tx, "WorkOrder", order.id(), after.assigneeId());
    }
  }

  private static void check(
      WorkOrder order, WorkOrderDraft before, WorkOrderDraft after, List<Change> changes) {
    if (!before.assetId().equals(after.assetId())) {
      throw new DomainError.Invalid("assetId", Fault.FIXED, "cannot be changed");
    }
    boolean begun = order.startedAt() != null;
    if (begun && !Objects.equals(before.takesOut(), after.takesOut())) {
      throw new DomainError.Invalid("takesOut", Fault.FIXED, "is decided before work begins");
    }
    if (!order.state().isActive()) {
      changes.stream()
          .filter(change -> !WorkOrderSteps.AFTERWARDS.contains(change.field()))
          .findFirst()
          .ifPresent(
              change -> {
                throw new DomainError.Invalid(
                    change.field(), Fault.FIXED, "of a closed work order cannot be changed");
              });
    }
  }

  /** Takes it to another column of the board. */
  public WorkOrder step(Actor actor, String id, @Nullable Long expected, WorkOrderStep step) {
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          board.take(tx, actor, lock(tx, actor, id, expected), step, now);
          return WorkOrderView.one(tx, actor.scope(), id);
        });
  }

  /** What happened to it, newest first. */
  public Page<AssetEvent> events(
      Actor actor, String id, @Nullable Integer limit, @Nullable String after) {
    Long before = after == null ? null : number(after);
    return graph.read(
        tx -> {
          WorkOrderView.one(tx, actor.scope(), id);
          return events.page(tx, id, Limits.page(limit), before);
        });
  }

  private static long number(String after) {
    try {
      return Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw new DomainError.Malformed("after", "is not a cursor of this list");
    }
  }

  private Locked lock(Transaction tx, Actor actor, String id, @Nullable Long expected) {
    WorkOrder seen = WorkOrderView.one(tx, actor.scope(), id);
    Actor here = Rights.require(tx, actor, seen.asset().id(), Duty.HANDLE.roles());
    Asset asset = steps.lock(tx, List.of(seen.asset().id())).get(seen.asset().id());
    tx.run("MATCH (w:WorkOrder {id: $id}) SET w.touched = true", Map.of("id", id));
    WorkOrder order = WorkOrderView.one(tx, actor.scope(), id);
    if (asset == null) {
      throw new DomainError.NotFound("work order", id);
    }
    if (expected != null && expected != order.version()) {
      throw new DomainError.Stale("work order");
    }
    return new Locked(here, asset, order);
  }
}
