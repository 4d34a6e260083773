package asset2go.asset;

import static asset2go.asset.EquipmentStatus.AVAILABLE;
import static asset2go.asset.EquipmentStatus.CHECKED_OUT;
import static asset2go.asset.EquipmentStatus.DISPOSED;
import static asset2go.asset.EquipmentStatus.IN_MAINTENANCE;
import static asset2go.asset.EquipmentStatus.IN_TRANSIT;
import static asset2go.asset.EquipmentStatus.MISSING;
import static asset2go.asset.EquipmentStatus.ORDERED;
import static asset2go.asset.EquipmentStatus.OUT_OF_SERVICE;
import static asset2go.asset.EquipmentStatus.QUARANTINED;
import static asset2go.asset.EquipmentStatus.RECEIVED;
import static asset2go.asset.EquipmentStatus.RETIRED;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The life cycle of an asset as data: the one place from which the guard of a transition, the "what
 * can I do next" of the API, the buttons of the pages and the documentation's diagram come.
 */
public final class Lifecycle {

  /** What has to hold, or has to be said, for a step to be taken. */
  public enum Guard {
    /** A person, team, location or asset that takes it is named. */
    CUSTODIAN,
    /** The condition in which it came back is recorded. */
    CONDITION_RECORDED,
    /** A reason is given in words. */
    REASON,
    /** The way of disposal is given. */
    METHOD,
    /** Tag, name and every required custom field are filled in. */
    COMPLETE,
    /** Nobody holds it. */
    NO_CUSTODY,
    /** Somebody still holds it. */
    CUSTODY,
    /** Every work order that took it out is closed. */
    ORDER_CLOSED,
    /** Only an administrator may do it. */
    ADMINISTRATOR
  }

  /**
   * One step.
   *
   * @param from the status before
   * @param to the status after
   * @param guards all that must hold
   */
  public record Step(EquipmentStatus from, EquipmentStatus to, Set<Guard> guards) {}

  private static final List<Step> STEPS =
      List.of(
          step(ORDERED, RECEIVED),
          step(ORDERED, DISPOSED, Guard.REASON),
          step(RECEIVED, AVAILABLE, Guard.COMPLETE),
          step(RECEIVED, QUARANTINED, Guard.REASON),
          step(AVAILABLE, CHECKED_OUT, Guard.CUSTODIAN),
          step(AVAILABLE, IN_TRANSIT),
          step(AVAILABLE, IN_MAINTENANCE),
          step(AVAILABLE, OUT_OF_SERVICE, Guard.REASON),
          step(AVAILABLE, QUARANTINED, Guard.REASON),
          step(AVAILABLE, MISSING),
          step(AVAILABLE, RETIRED),
          step(CHECKED_OUT, AVAILABLE, Guard.CONDITION_RECORDED),
          step(CHECKED_OUT, IN_TRANSIT),
          step(CHECKED_OUT, IN_MAINTENANCE),
          step(CHECKED_OUT, QUARANTINED, Guard.REASON),
          step(CHECKED_OUT, MISSING),
          step(IN_TRANSIT, AVAILABLE, Guard.NO_CUSTODY),
          step(IN_TRANSIT, CHECKED_OUT, Guard.CUSTODY),
          step(IN_TRANSIT, MISSING),
          step(IN_MAINTENANCE, CHECKED_OUT, Guard.CUSTODY, Guard.ORDER_CLOSED),
          step(IN_MAINTENANCE, AVAILABLE, Guard.NO_CUSTODY, Guard.ORDER_CLOSED),
          step(IN_MAINTENANCE, OUT_OF_SERVICE, Guard.REASON),
          step(IN_MAINTENANCE, RETIRED),
          step(OUT_OF_SERVICE, IN_MAINTENANCE),
          step(OUT_OF_SERVICE, AVAILABLE, Guard.REASON),
          step(OUT_OF_SERVICE, RETIRED),
          step(QUARANTINED, IN_MAINTENANCE),
          step(QUARANTINED, AVAILABLE, Guard.REASON),
          step(QUARANTINED, RETIRED),
          step(MISSING, AVAILABLE, Guard.NO_CUSTODY),
          step(MISSING, CHECKED_OUT, Guard.CUSTODY),
          step(MISSING, RETIRED, Guard.REASON),
          step(RETIRED, AVAILABLE, Guard.ADMINISTRATOR, Guard.REASON),
          step(RETIRED, DISPOSED, Guard.METHOD, Guard.NO_CUSTODY));

  private Lifecycle() {}

  private static Step step(EquipmentStatus from, EquipmentStatus to, Guard... guards) {
    return new Step(from, to, Set.of(guards));
  }

  /** Every step there is, in the order of the documentation's table. */
  public static List<Step> steps() {
    return STEPS;
  }

  /** The steps that lead out of a status. */
  public static List<Step> from(EquipmentStatus status) {
    return STEPS.stream().filter(step -> step.from() == status).toList();
  }

  /** The step between two statuses, where there is one. */
  public static Optional<Step> between(EquipmentStatus from, EquipmentStatus to) {
    return STEPS.stream().filter(step -> step.from() == from && step.to() == to).findFirst();
  }
}
