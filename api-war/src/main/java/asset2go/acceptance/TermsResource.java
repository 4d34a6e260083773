package asset2go.acceptance;

import asset2go.identity.RoleName;
import asset2go.page.Creates;
import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** {@code /v1/terms}. */
@ApplicationScoped
@Path("/v1/terms")
public class TermsResource implements TermsApi {

  private @Inject TermsBook book;
  private @Inject Caller caller;

  @Override
  public Page<Terms> list(@Nullable Integer limit, @Nullable String after) {
    return book.list(caller.actor(), limit, after);
  }

  @Override
  @Creates
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Terms create(TermsDraft draft) {
    return book.create(caller.actor(), draft);
  }

  @Override
  public Terms get(String id) {
    return book.get(caller.actor(), id);
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public void withdraw(String id) {
    book.withdraw(caller.actor(), id);
  }
}
