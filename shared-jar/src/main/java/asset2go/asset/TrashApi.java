package asset2go.asset;

import asset2go.page.Page;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /v1/trash}: the API implements it, the web tier calls it. */
@Path("/v1/trash")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface TrashApi {

  /**
   * What lies in the trash, the latest first.
   *
   * @param q a part of a tag, serial or name
   */
  @GET
  Page<TrashedAsset> list(
      @QueryParam("q") @Nullable String q,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /**
   * Takes one out again, with its history. 409 where its tag or a unique value is another's by now.
   */
  @POST
  @Path("/{id}/restore")
  Asset restore(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch);
}
