package asset2go.acceptance;

import asset2go.page.Page;
import jakarta.validation.Valid;
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

/** {@code /v1/terms}: the API implements it, the web tier calls it. */
@Path("/v1/terms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface TermsApi {

  /** The terms that are asked for, the newest first. */
  @GET
  Page<Terms> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("after") @Nullable String after);

  /** Asks for these from now on, in the place of an earlier edition: 201. */
  @POST
  Terms create(@Valid TermsDraft draft);

  @GET
  @Path("/{id}")
  Terms get(@PathParam("id") String id);

  /** Asks for them no longer: 204. What was signed stays. */
  @DELETE
  @Path("/{id}")
  void withdraw(@PathParam("id") String id);
}
