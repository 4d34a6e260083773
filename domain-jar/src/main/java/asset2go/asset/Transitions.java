package asset2go.asset;

import asset2go.asset.Lifecycle.Guard;
import asset2go.booking.BookingGuard;
import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.maintenance.CalibrationGuard;
import asset2go.maintenance.OpenWork;
import asset2go.problem.DomainError;
import asset2go.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps in the life of an asset, by the table of {@link Lifecycle}. The asset is locked first, so
 * that of any number of requests for the same step one wins and the others see what it left.
 */
@ApplicationScoped
public class Transitions {

  private @Inject Graph graph;
  private @Inject Steps steps;

  /** Takes a step, or says why not. */
  public Asset take(Actor actor, String id, @Nullable Long expected, Transition asked) {
    Instant now = Instant.now();
    return graph.write(tx -> take(tx, actor, id, expected, asked, now));
  }

  /** The same within a transaction. */
  public Asset take(
      Transaction tx,
      Actor actor,
      String id,
      @Nullable Long expected,
      Transition asked,
      Instant now) {
    Custodian custodian = null;
    if (asked.custodian() != null) {
      Custodian.requireSeen(tx, actor, asked.custodian(), "custodian");
      custodian = Custodian.lock(tx, asked.custodian(), List.of(id), "custodian").orElse(null);
    }
    boolean leaves = asked.to() == EquipmentStatus.CHECKED_OUT;
    BookingGuard guard = BookingGuard.lock(tx, leaves ? List.of(id) : List.of(), now);
    Actor here = Rights.require(tx, actor, id, Duty.HANDLE.roles());
    Asset asset = Assets.lock(tx, id, expected);
    if (asset.status() == EquipmentStatus.IN_MAINTENANCE
        && Lifecycle.between(asset.status(), asked.to())
            .filter(step -> step.guards().contains(Guard.ORDER_CLOSED))
            .isPresent()) {
      OpenWork.refuse(tx, id);
    }
    Plan plan;
    try {
      plan = new Decision(here, custodian, null).about(asset, asked);
    } catch (DomainError e) {
      throw HolderSight.told(tx, actor, asset, e);
    }
    guard.check(plan);
    CalibrationGuard.check(tx, plan, now);
    steps.write(tx, actor, List.of(plan), now);
    return AssetView.shown(tx, actor, id);
  }
}
