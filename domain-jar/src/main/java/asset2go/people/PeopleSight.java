package asset2go.people;

import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.identity.RoleName;
import asset2go.right.Scope;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody may know of. Who hands equipment over, anywhere, needs to find everybody; a member
 * or auditor of a part finds themselves, their teams, and those who hold something in the part.
 */
public final class PeopleSight {

  private static final Set<RoleName> HANDLERS = Set.of(Duty.HANDLE.roles());

  private PeopleSight() {}

  /** Cypher that is true of a person whom the actor may know of. */
  public static String person(Actor actor, String variable) {
    return all(actor) ? "true" : limited(actor, "%s.id = $scopeSelf", variable);
  }

  /** Cypher that is true of a team that the actor may know of. */
  public static String team(Actor actor, String variable) {
    return all(actor)
        ? "true"
        : limited(actor, "EXISTS { (%s)<-[:MEMBER_OF]-({id: $scopeSelf}) }", variable);
  }

  private static boolean all(Actor actor) {
    Scope scope = actor.scope();
    return scope.isEverything() || scope.somewhere().stream().anyMatch(HANDLERS::contains);
  }

  private static String limited(Actor actor, String own, String variable) {
    return "(%s OR EXISTS { MATCH (%s)<-[:HELD_BY]-(held:Asset) WHERE %s })"
        .formatted(own.formatted(variable), variable, actor.scope().asset("held"));
  }

  /** What the condition refers to. */
  public static Map<String, @Nullable Object> parameters(Actor actor) {
    return actor.scope().with("scopeSelf", actor.id());
  }
}
