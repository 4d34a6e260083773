package asset2go.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.List;

/** {@code /v1/dashboard}. */
@ApplicationScoped
@Path("/v1/dashboard")
public class DashboardResource implements DashboardApi {

  private @Inject Dashboards dashboards;

  @Override
  public Dashboard get() {
    return dashboards.figures(List.of());
  }
}
