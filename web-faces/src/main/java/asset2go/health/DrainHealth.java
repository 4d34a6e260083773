package asset2go.health;

import asset2go.drain.Drain;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready once this instance was told to stop: it serves a little longer, but send nobody. */
@Readiness
@ApplicationScoped
public class DrainHealth implements HealthCheck {
  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("web-stays").status(!Drain.ours().hasBegun()).build();
  }
}
