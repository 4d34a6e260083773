package asset2go.maintenance;

import asset2go.asset.Asset;
import asset2go.asset.AssetEvent.Change;
import asset2go.asset.Decision;
import asset2go.asset.EquipmentStatus;
import asset2go.asset.HolderSight;
import asset2go.asset.Plan;
import asset2go.asset.Steps;
import asset2go.asset.Transition;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes assets out of use for work, and brings them back: by the life cycle's table, as always. */
@ApplicationScoped
class OutOfUse {

  private @Inject Steps steps;

  /** Begins: the asset goes to IN_MAINTENANCE, unless it is there already. */
  void begin(Transaction tx, Actor actor, Asset asset, String number, Instant now) {
    if (asset.status() != EquipmentStatus.IN_MAINTENANCE) {
      take(tx, actor, asset, EquipmentStatus.IN_MAINTENANCE, number, null, now);
    }
  }

  /**
   * Ends: the asset goes where the step says, else back where it was, unless other work keeps it.
   *
   * @param kept whether this very work kept it out, and no longer does
   */
  void end(
      Transaction tx,
      Actor actor,
      Asset asset,
      WorkOrderStep step,
      String number,
      boolean kept,
      Instant now) {
    EquipmentStatus to = step.assetTo();
    if (to == null && kept && OpenWork.on(tx, asset.id()).isEmpty()) {
      to = back(asset);
    }
    if (to != null && to != asset.status()) {
      if (to == EquipmentStatus.AVAILABLE || to == EquipmentStatus.CHECKED_OUT) {
        OpenWork.refuse(tx, asset.id());
      }
      take(tx, actor, asset, to, number, step, now);
    } else if (step.condition() != null && step.condition() != asset.condition()) {
      String before = asset.condition() == null ? null : asset.condition().name();
      Change change = new Change("condition", before, step.condition().name());
      steps.write(
          tx,
          actor,
          List.of(
              new Plan(
                  asset,
                  "CHANGED",
                  asset.status(),
                  step.condition(),
                  false,
                  null,
                  null,
                  List.of(change))),
          now);
    }
  }

  private static @Nullable EquipmentStatus back(Asset asset) {
    if (asset.status() != EquipmentStatus.IN_MAINTENANCE) {
      return null;
    }
    return asset.holder() == null ? EquipmentStatus.AVAILABLE : EquipmentStatus.CHECKED_OUT;
  }

  private void take(
      Transaction tx,
      Actor actor,
      Asset asset,
      EquipmentStatus to,
      String number,
      @Nullable WorkOrderStep step,
      Instant now) {
    if (to == EquipmentStatus.CHECKED_OUT && asset.status() != EquipmentStatus.IN_MAINTENANCE) {
      throw new DomainError.Invalid(
          "assetTo", Fault.FIXED, "hands nothing out: that is what custody is for");
    }
    String reason =
        step == null || step.resolution() == null
            ? number
            : number + ": " + Objects.requireNonNull(step.resolution());
    Transition asked =
        new Transition(to, null, reason, step == null ? null : step.condition(), null, null, null);
    try {
      steps.write(tx, actor, List.of(new Decision(actor, null, null).about(asset, asked)), now);
    } catch (DomainError e) {
      throw HolderSight.told(tx, actor, asset, e);
    }
  }
}
