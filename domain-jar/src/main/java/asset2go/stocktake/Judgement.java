package asset2go.stocktake;

import asset2go.asset.EquipmentStatus;
import asset2go.asset.Lifecycle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows from seeing an asset, or from not seeing it.
 *
 * @param correction that is proposed; null for none
 * @param moves whether it is also to be moved to where it was seen
 */
record Judgement(Outcome outcome, @Nullable Correction correction, boolean moves) {

  /** Statuses of what should be where it belongs. */
  private static final Set<EquipmentStatus> PRESENT =
      EnumSet.of(
          EquipmentStatus.RECEIVED,
          EquipmentStatus.AVAILABLE,
          EquipmentStatus.OUT_OF_SERVICE,
          EquipmentStatus.QUARANTINED);

  /** Statuses of what is somewhere else for a reason. */
  private static final Set<EquipmentStatus> AWAY =
      EnumSet.of(EquipmentStatus.CHECKED_OUT, EquipmentStatus.IN_MAINTENANCE);

  /** Statuses of which the place says nothing: it is with somebody, in a workshop, or no more. */
  private static final Set<EquipmentStatus> NOT_MOVED =
      EnumSet.of(
          EquipmentStatus.CHECKED_OUT, EquipmentStatus.IN_MAINTENANCE, EquipmentStatus.DISPOSED);

  /** Names of the statuses in which an asset is expected. */
  static List<String> expected(boolean includeAway) {
    Set<EquipmentStatus> all = EnumSet.copyOf(PRESENT);
    if (includeAway) {
      all.addAll(AWAY);
    }
    return all.stream().map(Enum::name).toList();
  }

  /** Names of the statuses from which the life cycle leads to MISSING. */
  static List<String> canBeMissing() {
    return Arrays.stream(EquipmentStatus.values())
        .filter(from -> Lifecycle.between(from, EquipmentStatus.MISSING).isPresent())
        .map(Enum::name)
        .toList();
  }

  /**
   * What a scan says.
   *
   * @param here whether it belongs where it was seen, or below
   */
  static Judgement seen(boolean expected, EquipmentStatus status, boolean here) {
    Outcome outcome = expected ? here ? Outcome.FOUND : Outcome.WRONG_PLACE : Outcome.UNEXPECTED;
    return switch (status) {
      case MISSING -> new Judgement(outcome, Correction.MARK_FOUND, !here);
      case ORDERED, IN_TRANSIT -> new Judgement(outcome, Correction.RECEIVE, !here);
      default -> {
        boolean moves = !here && !NOT_MOVED.contains(status);
        yield new Judgement(outcome, moves ? Correction.MOVE : null, moves);
      }
    };
  }
}
