package asset2go.maintenance;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where a work order stands: the columns of the board, and which way leads from one to another. */
public enum WorkOrderState {
  /** Nobody has begun. */
  OPEN,
  /** Somebody is at it. */
  IN_PROGRESS,
  /** It waits for a part, for somebody, for a decision. */
  ON_HOLD,
  /** What was to be done is done; part of the service history. */
  DONE,
  /** Nothing will be done about it. */
  CANCELLED;

  /** Those in which something is still to be done. */
  public static final Set<WorkOrderState> ACTIVE = EnumSet.of(OPEN, IN_PROGRESS, ON_HOLD);

  /** Whether something is still to be done. */
  public boolean isActive() {
    return ACTIVE.contains(this);
  }

  /** Where it can go from here. What is closed stays closed: history is not rewritten. */
  public List<WorkOrderState> next() {
    return switch (this) {
      case OPEN -> List.of(IN_PROGRESS, ON_HOLD, DONE, CANCELLED);
      case IN_PROGRESS -> List.of(ON_HOLD, DONE, CANCELLED);
      case ON_HOLD -> List.of(IN_PROGRESS, DONE, CANCELLED);
      case DONE, CANCELLED -> List.of();
    };
  }
}
