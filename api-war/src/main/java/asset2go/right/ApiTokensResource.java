package asset2go.right;

import asset2go.page.Creates;
import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

/** {@code /v1/me/tokens}: not for tokens themselves, so that none outlives its end. */
@ApplicationScoped
@Path("/v1/me/tokens")
@Allow(everybody = true, inPerson = true)
public class ApiTokensResource implements ApiTokensApi {

  private @Inject ApiTokens tokens;
  private @Inject Caller caller;

  @Override
  public Page<ApiToken> list() {
    return tokens.list(caller.actor());
  }

  @Override
  @Creates
  public ApiToken.Made make(ApiTokenDraft draft) {
    return tokens.make(caller.actor(), draft);
  }

  @Override
  public void revoke(String id) {
    tokens.revoke(caller.actor(), id);
  }
}
