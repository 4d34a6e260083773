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

  /** Whether it can be worked with now. */
  boolean answers() {
    return start.isReady() && graph.alive();
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("neo4j")
        .status(start.isReady())
        .withData("answers", answers())
        .build();
  }
}
