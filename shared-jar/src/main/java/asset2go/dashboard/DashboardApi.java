package asset2go.dashboard;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /v1/dashboard}: the API implements it, the web tier calls it. */
@Path("/v1/dashboard")
@Produces(MediaType.APPLICATION_JSON)
public interface DashboardApi {

  /** The figures of now. */
  @GET
  Dashboard get();
}
