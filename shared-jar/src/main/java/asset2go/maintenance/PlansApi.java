package asset2go.maintenance;

import asset2go.page.Page;
import jakarta.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** {@code /v1/maintenance-plans}: the API implements it, the web tier calls it. */
@Path("/v1/maintenance-plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface PlansApi {

  /** One page by name; {@code q} is part of the name. */
  @GET
  Page<MaintenancePlan> list(
      @QueryParam("q") @Nullable String q,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /** Makes one: 201. */
  @POST
  MaintenancePlan create(@Valid PlanDraft draft);

  @GET
  @Path("/{id}")
  MaintenancePlan get(@PathParam("id") String id);

  /**
   * Changes some fields by JSON Merge Patch: those of {@link PlanDraft} but for the subject. With
   * another rhythm, what is due next is found anew.
   */
  @PATCH
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  MaintenancePlan change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonObject patch);

  /** Gives it up: 204. The work orders that it opened stay. */
  @DELETE
  @Path("/{id}")
  void delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch);
}
