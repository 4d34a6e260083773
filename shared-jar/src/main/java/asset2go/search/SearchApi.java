package asset2go.search;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /v1/search}: the API implements it, the web tier calls it. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
public interface SearchApi {

  /** The best matches among assets, locations and people. */
  @GET
  SearchResult search(
      @QueryParam("q") @Nullable String q, @QueryParam("limit") @Nullable Integer limit);
}
