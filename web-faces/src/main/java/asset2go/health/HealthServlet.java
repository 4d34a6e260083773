package asset2go.health;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * The health checks of MicroProfile on the web tier's own port: those of the server answer on the
 * management port only.
 */
@WebServlet({"/health/started", "/health/ready", "/health/live"})
public class HealthServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final Map<String, Annotation> KINDS =
      Map.of(
          "/health/started", Startup.Literal.INSTANCE,
          "/health/ready", Readiness.Literal.INSTANCE,
          "/health/live", Liveness.Literal.INSTANCE);

  private transient @Inject @Any Instance<HealthCheck> checks;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Annotation kind = KINDS.get(request.getServletPath());
    JsonArrayBuilder results = Json.createArrayBuilder();
    boolean up = true;
    for (HealthCheck check : checks.select(kind)) {
      HealthCheckResponse result = check.call();
      up &= result.getStatus() == Status.UP;
      results.add(json(result));
    }
    response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    JsonObject health =
        Json.createObjectBuilder().add("status", up ? "UP" : "DOWN").add("checks", results).build();
    response.getOutputStream().write(health.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObject json(HealthCheckResponse result) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("name", result.getName())
            .add("status", result.getStatus().name());
    result.getData().ifPresent(data -> json.add("data", Json.createObjectBuilder(data)));
    return json.build();
  }
}
