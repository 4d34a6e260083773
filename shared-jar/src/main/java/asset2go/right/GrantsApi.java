package asset2go.right;

import asset2go.page.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /v1/grants}: roles over parts of the equipment, for administrators. */
@Path("/v1/grants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface GrantsApi {

  /**
   * One page, the latest first.
   *
   * @param holder id of a person or team
   * @param over id of a location, category or company
   */
  @GET
  Page<Grant> list(
      @QueryParam("holder") @Nullable String holder,
      @QueryParam("over") @Nullable String over,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /** Gives one: 201. 409 where the holder has it already. */
  @POST
  Grant give(@NotNull @Valid GrantDraft draft);

  @GET
  @Path("/{id}")
  Grant get(@PathParam("id") String id);

  /** Takes it back: 204. */
  @DELETE
  @Path("/{id}")
  void revoke(@PathParam("id") String id);
}
