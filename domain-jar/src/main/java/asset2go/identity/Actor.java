package asset2go.identity;

import asset2go.right.Scope;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, as every event records it. Domain services take it as a parameter, so that
 * nothing in the graph changes without somebody to name.
 *
 * @param id id of the user, or {@value #SYSTEM} where Asset2Go itself acts
 * @param name shown in timelines
 * @param roles what the actor may do over the whole installation; after {@link
 *     asset2go.right.Rights#require}, with the thing that was asked about
 * @param requestId ties the change to the log lines of web, API and worker
 * @param scope what the actor may see
 */
public record Actor(String id, String name, Set<RoleName> roles, String requestId, Scope scope) {

  /** Id of the actor that is no person: migrations, schedules, the first administrator. */
  public static final String SYSTEM = "system";

  public Actor {
    roles = Set.copyOf(roles);
  }

  /** Somebody who has no grants: a role over the whole installation shows everything. */
  public Actor(String id, String name, Set<RoleName> roles, String requestId) {
    this(id, name, roles, requestId, roles.isEmpty() ? Scope.NOTHING : Scope.EVERYTHING);
  }

  /** Asset2Go itself, with every right. */
  public static Actor system(String requestId) {
    return new Actor(SYSTEM, "Asset2Go", EnumSet.allOf(RoleName.class), requestId);
  }

  /** The same with the roles that hold for one thing. */
  public Actor with(Set<RoleName> roles) {
    return new Actor(id, name, roles, requestId, scope);
  }

  /** The same with the roles that hold for an asset, as far as what it carries tells. */
  public Actor over(@Nullable String placeId, @Nullable String modelId, String companyId) {
    Set<RoleName> all = new HashSet<>(roles);
    all.addAll(scope.over(placeId, modelId, companyId));
    return with(all);
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
