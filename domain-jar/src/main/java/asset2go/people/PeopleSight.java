package asset2go.people;

import asset2go.identity.Actor;
import asset2go.identity.RoleName;
import asset2go.right.Scope;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody may know of. Who hands equipment over, anywhere, needs to find everybody; a member
 * or auditor of a part finds themselves and those who hold something in it.
 */
public final class PeopleSight {

  private static final Set<RoleName> HANDLERS =
      EnumSet.of(RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN);

  private PeopleSight() {}

  /** Cypher that is true of a person whom the actor may know of. */
  public static String person(Actor actor, String variable) {
    Scope scope = actor.scope();
    boolean handles = scope.somewhere().stream().anyMatch(HANDLERS::contains);
    if (scope.isEverything() || handles) {
      return "true";
    }
    return "(%1$s.id = $scopeSelf OR EXISTS { MATCH (%1$s)<-[:HELD_BY]-(held:Asset) WHERE %2$s })"
        .formatted(variable, scope.asset("held"));
  }

  /** What the condition refers to. */
  public static Map<String, @Nullable Object> parameters(Actor actor) {
    return actor.scope().with("scopeSelf", actor.id());
  }
}
