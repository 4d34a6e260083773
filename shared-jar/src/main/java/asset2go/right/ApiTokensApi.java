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
import jakarta.ws.rs.core.MediaType;

/** {@code /v1/me/tokens}: the tokens of whoever is signed in. */
@Path("/v1/me/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ApiTokensApi {

  /** All that are still good, the latest first. */
  @GET
  Page<ApiToken> list();

  /** Makes one and shows it this once: 201. */
  @POST
  ApiToken.Made make(@NotNull @Valid ApiTokenDraft draft);

  /** Ends it: 204. */
  @DELETE
  @Path("/{id}")
  void revoke(@PathParam("id") String id);
}
