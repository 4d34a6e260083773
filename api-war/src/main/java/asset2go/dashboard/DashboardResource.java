package asset2go.dashboard;

import asset2go.importing.ImportRuns;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

/** {@code /v1/dashboard}. */
@ApplicationScoped
@Path("/v1/dashboard")
public class DashboardResource implements DashboardApi {

  private static final int LAST_IMPORTS = 3;

  private @Inject Dashboards dashboards;
  private @Inject ImportRuns imports;
  private @Inject Caller caller;

  @Override
  public Dashboard get() {
    return dashboards.figures(
        caller.actor(), imports.list(caller.actor(), LAST_IMPORTS, null).items());
  }
}
