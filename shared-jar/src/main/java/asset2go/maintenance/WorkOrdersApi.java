package asset2go.maintenance;

import asset2go.asset.AssetEvent;
import asset2go.page.Page;
import jakarta.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /v1/work-orders}: the API implements it, the web tier calls it. */
@Path("/v1/work-orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface WorkOrdersApi {

  /** One page: what is active with the most pressing first, else the newest first. */
  @GET
  Page<WorkOrder> list(@BeanParam WorkOrderQuery query);

  /** Opens one: 201. */
  @POST
  WorkOrder create(@Valid WorkOrderDraft draft);

  @GET
  @Path("/{id}")
  WorkOrder get(@PathParam("id") String id);

  /**
   * Changes some fields by JSON Merge Patch: those of {@link WorkOrderDraft} but for the asset.
   * Checklist and parts are replaced as a whole. What is closed takes parts, time and cost only.
   */
  @PATCH
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  WorkOrder change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonObject patch);

  /** Takes it to another column of the board, and its asset along where the work takes it out. */
  @POST
  @Path("/{id}/steps")
  WorkOrder step(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid WorkOrderStep step);

  /** What happened to it, newest first. */
  @GET
  @Path("/{id}/events")
  Page<AssetEvent> events(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);
}
