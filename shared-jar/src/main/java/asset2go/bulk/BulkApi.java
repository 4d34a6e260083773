package asset2go.bulk;

import asset2go.page.Page;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /v1/bulk}: the API implements it, the web tier calls it. */
@Path("/v1/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface BulkApi {

  /** One's own runs, the newest first; an administrator's are all. */
  @GET
  Page<BulkRun> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("after") @Nullable String after);

  /** Begins one: 201. A worker does it. */
  @POST
  BulkRun start(@Valid BulkDraft draft);

  @GET
  @Path("/{id}")
  BulkRun get(@PathParam("id") String id);

  /**
   * What became of each asset, in order; of an import that is taken back, of each location,
   * dependency or kit.
   *
   * @param outcome only these: changed, unchanged, refused
   */
  @GET
  @Path("/{id}/items")
  Page<BulkItem> items(
      @PathParam("id") String id,
      @QueryParam("outcome") @Nullable String outcome,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /** Stops it; what was done stays. */
  @POST
  @Path("/{id}/cancel")
  BulkRun cancel(@PathParam("id") String id);

  /** Takes back what it did, as far as nobody has changed it since: 201, a run of its own. */
  @POST
  @Path("/{id}/undo")
  BulkRun undo(@PathParam("id") String id);
}
