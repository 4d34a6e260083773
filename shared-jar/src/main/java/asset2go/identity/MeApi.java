package asset2go.identity;

import asset2go.right.Sight;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /v1/me}: whoever is signed in. */
@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface MeApi {

  @GET
  User me();

  /** Sets a new password and ends every other session. 204. */
  @PUT
  @Path("/password")
  void changePassword(@NotNull @Valid PasswordChange change);

  /** What they may see, and by what. */
  @GET
  @Path("/sight")
  Sight sight();
}
