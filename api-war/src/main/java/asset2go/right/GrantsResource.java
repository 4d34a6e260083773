package asset2go.right;

import asset2go.identity.RoleName;
import asset2go.page.Creates;
import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** {@code /v1/grants}. */
@ApplicationScoped
@Path("/v1/grants")
@Allow(RoleName.ADMIN)
public class GrantsResource implements GrantsApi {

  private @Inject Grants grants;
  private @Inject Caller caller;

  @Override
  public Page<Grant> list(
      @Nullable String holder,
      @Nullable String over,
      @Nullable Integer limit,
      @Nullable String after) {
    return grants.list(holder, over, limit, after);
  }

  @Override
  @Creates
  public Grant give(GrantDraft draft) {
    return grants.give(caller.actor(), draft);
  }

  @Override
  public Grant get(String id) {
    return grants.get(id);
  }

  @Override
  public void revoke(String id) {
    grants.revoke(caller.actor(), id);
  }
}
