package asset2go.identity;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who does something, as every event records it. Domain services take it as a parameter, so that
 * nothing in the graph changes without somebody to name.
 *
 * @param id id of the user, or {@value #SYSTEM} where Asset2Go itself acts
 * @param name shown in timelines
 * @param roles what the actor may do over the whole installation
 * @param requestId ties the change to the log lines of web, API and worker
 */
public record Actor(String id, String name, Set<RoleName> roles, String requestId) {

  /** Id of the actor that is no person: migrations, schedules, the first administrator. */
  public static final String SYSTEM = "system";

  public Actor {
    roles = Set.copyOf(roles);
  }

  /** Asset2Go itself, with every right. */
  public static Actor system(String requestId) {
    return new Actor(SYSTEM, "Asset2Go", EnumSet.allOf(RoleName.class), requestId);
  }

  /** Whether one of these roles is held. */
  public boolean holds(RoleName... any) {
    for (RoleName role : any) {
      if (roles.contains(role)) {
        return true;
      }
    }
    return false;
  }
}
