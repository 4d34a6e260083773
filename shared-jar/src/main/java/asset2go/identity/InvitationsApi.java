package asset2go.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;

/** {@code /v1/invitations}. */
@Path("/v1/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface InvitationsApi {

  /** Invites somebody, or again. 201; 409 where that address signs in already. */
  @POST
  Invited invite(@NotNull @Valid Invitation invitation);

  /** Takes an invitation up: sets the password and signs in. */
  @POST
  @Path("/accept")
  @SecurityRequirements
  SignedIn accept(@NotNull @Valid InvitationAcceptance acceptance);
}
