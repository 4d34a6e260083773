package asset2go.right;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /v1/rights}: what the rights of others come from, for administrators. */
@Path("/v1/rights")
@Produces(MediaType.APPLICATION_JSON)
public interface RightsApi {

  /**
   * Why a person sees an asset.
   *
   * @param person id of the person
   * @param asset id of the asset
   */
  @GET
  @Path("/explain")
  Explanation explain(
      @QueryParam("person") @Nullable String person, @QueryParam("asset") @Nullable String asset);
}
