package asset2go.check;

import asset2go.identity.RoleName;
import asset2go.platform.Allow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** {@code /v1/checks}. */
@ApplicationScoped
@Path("/v1/checks")
@Allow(RoleName.ADMIN)
public class ChecksResource implements ChecksApi {

  private @Inject GraphCheck graphCheck;

  @Override
  public Soundness graph(@Nullable Integer limit, @Nullable String after) {
    return graphCheck.stretch(limit, after);
  }
}
