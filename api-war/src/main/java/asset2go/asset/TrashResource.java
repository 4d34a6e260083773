package asset2go.asset;

import asset2go.identity.RoleName;
import asset2go.page.IfMatch;
import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** {@code /v1/trash}. */
@ApplicationScoped
@Path("/v1/trash")
public class TrashResource implements TrashApi {

  private @Inject Trash trash;
  private @Inject Caller caller;

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.AUDITOR},
      somewhere = true)
  public Page<TrashedAsset> list(
      @Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return trash.list(caller.actor(), q, limit, after);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER},
      somewhere = true)
  public Asset restore(String id, @Nullable String ifMatch) {
    return trash.restore(caller.actor(), id, IfMatch.version(ifMatch, id));
  }
}
