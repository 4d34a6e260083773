package asset2go.dependency;

import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** {@code /v1/dependencies}. */
@ApplicationScoped
@Path("/v1/dependencies")
public class DependenciesResource implements DependenciesApi {

  private @Inject SinglePointsOfFailure singlePoints;
  private @Inject Caller caller;

  @Override
  public SinglePoints singlePoints(@Nullable String location, @Nullable Integer limit) {
    return singlePoints.of(caller.actor(), location, limit);
  }
}
