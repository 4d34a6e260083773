package asset2go.health;

import asset2go.graph.Graph;
import asset2go.graph.GraphStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Up from the first contact with Neo4j and the last migration on. */
@Startup
@Readiness
@ApplicationScoped
public class GraphHealth implements HealthCheck {

  private @Inject GraphStart start;
  private @Inject Graph graph;

  @Override
  public HealthCheckResponse call() {
    boolean ready = start.isReady();
    return HealthCheckResponse.named("neo4j")
        .status(ready)
        .withData("answers", ready && graph.alive())
        .build();
  }
}
