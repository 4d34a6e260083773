package asset2go.right;

import asset2go.identity.RoleName;
import asset2go.platform.Allow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** {@code /v1/rights}. */
@ApplicationScoped
@Path("/v1/rights")
@Allow(RoleName.ADMIN)
public class RightsResource implements RightsApi {

  private @Inject Explanations explanations;

  @Override
  public Explanation explain(@Nullable String person, @Nullable String asset) {
    return explanations.of(person, asset);
  }
}
