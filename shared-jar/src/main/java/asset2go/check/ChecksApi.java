package asset2go.check;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /v1/checks}: for administrators of the whole installation. */
@Path("/v1/checks")
@Produces(MediaType.APPLICATION_JSON)
public interface ChecksApi {

  /**
   * Whether what must hold of every asset, place, stay and custody does. It goes stretch by
   * stretch: whoever calls goes on with {@code next} until there is none.
   *
   * @param limit how many things are looked at, 1 to 10,000; 5,000 where missing
   */
  @GET
  @Path("/graph")
  Soundness graph(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("after") @Nullable String after);
}
