package asset2go.platform;

import asset2go.drain.Drain;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready once the API was told to stop: it serves a little longer, but send nothing new. */
@Readiness
@ApplicationScoped
public class DrainHealth implements HealthCheck {
  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("api-stays").status(!Drain.ours().hasBegun()).build();
  }
}
