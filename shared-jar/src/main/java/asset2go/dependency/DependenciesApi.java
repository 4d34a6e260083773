package asset2go.dependency;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /v1/dependencies}: what all dependencies together say. */
@Path("/v1/dependencies")
@Produces(MediaType.APPLICATION_JSON)
public interface DependenciesApi {

  /**
   * What much hangs on, the most first.
   *
   * @param location only what stands there or below counts as hanging on something
   * @param limit how many are listed, 1 to 200; 50 where missing
   */
  @GET
  @Path("/single-points")
  SinglePoints singlePoints(
      @QueryParam("location") @Nullable String location,
      @QueryParam("limit") @Nullable Integer limit);
}
