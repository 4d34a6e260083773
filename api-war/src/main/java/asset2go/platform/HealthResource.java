package asset2go.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.jspecify.annotations.Nullable;

/**
 * The health checks of MicroProfile on the API's own port: those of the server answer on the
 * management port only.
 */
@ApplicationScoped
@Open
@SecurityRequirements
@Unlimited
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

  private @Inject @Startup Instance<HealthCheck> startup;
  private @Inject @Readiness Instance<HealthCheck> readiness;
  private @Inject @Liveness Instance<HealthCheck> liveness;

  /** All checks of one kind. */
  public record Health(HealthCheckResponse.Status status, List<Check> checks) {}

  /** One check; its data may say that a store is away while all goes on without it. */
  public record Check(
      String name, HealthCheckResponse.Status status, @Nullable Map<String, Object> data) {}

  @GET
  @Path("/started")
  @Operation(summary = "Whether the start is over")
  public Response started() {
    return answer(startup);
  }

  @GET
  @Path("/ready")
  @Operation(summary = "Whether requests may be sent here")
  public Response ready() {
    return answer(readiness);
  }

  @GET
  @Path("/live")
  @Operation(summary = "Whether there is any use in waiting")
  public Response live() {
    return answer(liveness);
  }

  private static Response answer(Instance<HealthCheck> checks) {
    List<Check> results = checks.stream().map(HealthCheck::call).map(HealthResource::of).toList();
    boolean up = results.stream().allMatch(c -> c.status() == HealthCheckResponse.Status.UP);
    Health health =
        new Health(up ? HealthCheckResponse.Status.UP : HealthCheckResponse.Status.DOWN, results);
    return Response.status(up ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
        .entity(health)
        .build();
  }

  private static Check of(HealthCheckResponse response) {
    return new Check(response.getName(), response.getStatus(), response.getData().orElse(null));
  }
}
