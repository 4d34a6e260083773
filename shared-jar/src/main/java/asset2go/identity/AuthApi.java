package asset2go.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;

/** {@code /v1/auth}: the API implements it, the web tier calls it. */
@Path("/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface AuthApi {

  /** Signs in. 401 for a wrong address or password, 429 after repeated failures. */
  @POST
  @Path("/login")
  @SecurityRequirements
  SignedIn login(@NotNull @Valid Credentials credentials);

  /**
   * Signs out: the session's token is worthless from then on. 204; 409 for a token that another
   * holder of JWT_SECRET made.
   */
  @POST
  @Path("/logout")
  @Consumes(MediaType.WILDCARD)
  void logout();

  /** Has a link mailed, where the address is known. Always 202. */
  @POST
  @Path("/password-reset")
  @SecurityRequirements
  Response forgotten(@NotNull @Valid PasswordResetRequest request);

  /** Sets a new password by the link's token, and ends every session. 204. */
  @POST
  @Path("/password-reset/confirm")
  @SecurityRequirements
  void reset(@NotNull @Valid PasswordReset reset);
}
