package asset2go.maintenance;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.event.Events;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.maintenance.WorkOrders.Locked;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Steps of work orders from one column of the board to another, by {@link WorkOrderState}. */
@ApplicationScoped
class WorkOrderSteps {

  /** Fields that may still be filled in once it is closed: bills come later. */
  static final Set<String> AFTERWARDS = Set.of("parts", "minutes", "cost", "currency");

  private @Inject Events events;
  private @Inject OutOfUse outOfUse;
  private @Inject WorkOrderBook book;

  void take(Transaction tx, Actor actor, Locked locked, WorkOrderStep step, Instant now) {
    WorkOrder order = locked.order();
    check(order, step);
    CalibrationBook.check(order, step, now);
    boolean kept = keepsOut(tx, order.id());
    boolean begins = step.to() == WorkOrderState.IN_PROGRESS;
    if (begins && order.takesOut() && !kept) {
      outOfUse.begin(tx, locked.here(), locked.asset(), order.number(), now);
    }
    write(tx, locked.here(), order, step, begins && order.takesOut() || kept, now);
    List<Change> changes = new ArrayList<>();
    changes.add(new Change("state", order.state().name(), step.to().name()));
    if (step.resolution() != null) {
      changes.add(new Change("resolution", order.resolution(), step.resolution()));
    }
    events.append(tx, "WorkOrder", order.id(), "TRANSITION", actor, now, changes);
    CalibrationDraft found = step.calibration();
    if (found != null) {
      String words = CalibrationBook.write(tx, actor, order, found, now);
      book.note(tx, locked.here(), order.asset().id(), "CALIBRATED", words, now);
    }
    if (!step.to().isActive()) {
      close(tx, locked, step, kept, now);
    }
  }

  private void close(Transaction tx, Locked locked, WorkOrderStep step, boolean kept, Instant now) {
    WorkOrder order = locked.order();
    outOfUse.end(tx, locked.here(), locked.asset(), step, order.number(), kept, now);
    book.note(
        tx,
        locked.here(),
        order.asset().id(),
        step.to() == WorkOrderState.DONE ? "WORK_DONE" : "WORK_CANCELLED",
        order.number() + " " + order.title(),
        now);
    DueDates.closed(tx, order.id(), LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  private static void check(WorkOrder order, WorkOrderStep step) {
    if (!order.state().next().contains(step.to())) {
      throw new DomainError.TransitionRefused(
          Fault.NO_STEP,
          "From %s a work order can go to %s, not to %s."
              .formatted(
                  order.state(),
                  order.state().next().isEmpty() ? "nothing else" : order.state().next(),
                  step.to()),
          order.state().name());
    }
    if (step.to() == WorkOrderState.DONE
        && order.checklist().stream().anyMatch(item -> !item.ticked())) {
      throw new DomainError.Conflict(
          "to", Fault.CHECKS_OPEN, "the checklist is not ticked off: do it, or take lines out");
    }
    if (step.to().isActive() && step.assetTo() != null) {
      throw new DomainError.Invalid("assetTo", Fault.FIXED, "goes with DONE and CANCELLED only");
    }
  }

  private static boolean keepsOut(Transaction tx, String id) {
    return tx.one("MATCH (w:WorkOrder {id: $id}) RETURN w.keepsOut AS kept", map("id", id))
        .map(row -> row.get("kept").asBoolean(false))
        .orElse(false);
  }

  private static void write(
      Transaction tx,
      Actor actor,
      WorkOrder order,
      WorkOrderStep step,
      boolean keepsOut,
      Instant now) {
    boolean active = step.to().isActive();
    tx.run(
        """
        MATCH (w:WorkOrder {id: $id})
        SET w.state = $state, w.active = $active, w.keepsOut = $keepsOut,
            w.resolution = coalesce($resolution, w.resolution),
            w.startedAt = CASE WHEN $state = 'IN_PROGRESS' THEN coalesce(w.startedAt, $now)
                               ELSE w.startedAt END,
            w.finishedAt = CASE WHEN $active IS NULL THEN $now END,
            w.condition = $condition, w.closedById = $closedById, w.closedByName = $closedByName,
            w.updatedAt = $now, w.version = w.version + 1
        """,
        map(
            "id",
            order.id(),
            "state",
            step.to(),
            "active",
            active ? true : null,
            "keepsOut",
            active && keepsOut ? true : null,
            "resolution",
            step.resolution(),
            "condition",
            active ? null : step.condition(),
            "closedById",
            active ? null : actor.id(),
            "closedByName",
            active ? null : actor.name(),
            "now",
            now));
  }
}
