package asset2go.booking;

import asset2go.identity.Actor;
import asset2go.identity.RoleName;
import asset2go.problem.DomainError;

/** Who may see and change whose bookings. */
final class Rights {

  /** Cypher: whether a booking {@code b} is one that the caller may see. */
  static final String VISIBLE = "($all OR b.personId = $me OR b.bookedById = $me)";

  private Rights() {}

  /** Members see their own bookings, everybody else all. */
  static boolean seesAll(Actor actor) {
    return handles(actor) || actor.holds(RoleName.AUDITOR);
  }

  /** Whether the actor books, changes and hands out for others. */
  static boolean handles(Actor actor) {
    return actor.holds(RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN);
  }

  static void requireMayBookFor(Actor actor, String personId) {
    if (!personId.equals(actor.id()) && !handles(actor)) {
      throw new DomainError.Forbidden("You may book for yourself only.");
    }
  }
}
