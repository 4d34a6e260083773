package asset2go.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that still holds, and what its user may do at this moment.
 *
 * @param jti its id, which its token carries; none where another holder of JWT_SECRET made the
 *     token
 */
public record Session(@Nullable String jti, String userId, String name, Set<RoleName> roles) {

  public Session {
    roles = Set.copyOf(roles);
  }

  /** Its user, acting in a request. */
  public Actor actor(String requestId) {
    return new Actor(userId, name, roles, requestId);
  }
}
