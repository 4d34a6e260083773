package asset2go.identity;

import asset2go.right.Scope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that still holds, or a program's token, and what its user may do at this moment.
 *
 * @param jti its id, which its token carries; none where another holder of JWT_SECRET made the
 *     token
 * @param roles over the whole installation
 * @param scope what the user sees, and the roles over parts of it
 * @param program whether it is a program that speaks, by an API token
 */
public record Session(
    @Nullable String jti,
    String userId,
    String name,
    Set<RoleName> roles,
    Scope scope,
    boolean program) {

  public Session {
    roles = Set.copyOf(roles);
  }

  /** Its user, acting in a request. */
  public Actor actor(String requestId) {
    return new Actor(userId, name, roles, requestId, scope);
  }
}
