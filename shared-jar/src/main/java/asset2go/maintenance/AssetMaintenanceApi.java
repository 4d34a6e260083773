package asset2go.maintenance;

import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /v1/assets/{id}/maintenance}: the API implements it, the web tier calls it. */
@Path("/v1/assets/{id}/maintenance")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface AssetMaintenanceApi {

  /** Down-time, cost, meters and what is due. */
  @GET
  AssetMaintenance get(@PathParam("id") String id);

  /** Records what a meter shows, and opens what that makes due. */
  @POST
  @Path("/readings")
  AssetMaintenance read(@PathParam("id") String id, @Valid Reading reading);
}
