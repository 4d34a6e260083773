package asset2go.maintenance;

import asset2go.page.Page;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /v1/assets/{id}/calibrations}: the API implements it, the web tier calls it. */
@Path("/v1/assets/{id}/calibrations")
@Produces(MediaType.APPLICATION_JSON)
public interface CalibrationsApi {

  /**
   * The calibrations of an asset, the latest first.
   *
   * @param validOn a day such as {@code 2026-11-28}: only the one that counted on it, if any did
   */
  @GET
  Page<Calibration> list(
      @PathParam("id") String id,
      @QueryParam("validOn") @Nullable String validOn,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);
}
