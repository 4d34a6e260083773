package asset2go.acceptance;

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

/** {@code /v1/acceptances}: the API implements it, the web tier calls it. */
@Path("/v1/acceptances")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface AcceptancesApi {

  /**
   * One page, the newest first.
   *
   * @param state {@code waiting}, {@code signed} or {@code lapsed}; all where missing
   * @param person only what this one was asked
   */
  @GET
  Page<Acceptance> list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("person") @Nullable String person,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  @GET
  @Path("/{id}")
  Acceptance get(@PathParam("id") String id);

  /**
   * Signs: on the screen of whoever handed it out, or on that of the person asked. A second
   * signature is 409.
   */
  @POST
  @Path("/{id}/signature")
  Acceptance sign(@PathParam("id") String id, @Valid Signature signature);
}
