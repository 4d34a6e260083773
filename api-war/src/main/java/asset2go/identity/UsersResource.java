package asset2go.identity;

import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** {@code /v1/users}. */
@ApplicationScoped
@Path("/v1/users")
@Allow(RoleName.ADMIN)
public class UsersResource implements UsersApi {

  private @Inject Users users;
  private @Inject Caller caller;

  @Override
  public Page<User> list(@Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return users.list(q, limit, after);
  }

  @Override
  public User get(String id) {
    return users.get(id);
  }

  @Override
  public User change(String id, UserChange change) {
    return users.change(id, change, caller.actor());
  }
}
