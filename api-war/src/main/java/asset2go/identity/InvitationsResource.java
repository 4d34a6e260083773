package asset2go.identity;

import asset2go.platform.Allow;
import asset2go.platform.Caller;
import asset2go.platform.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

/** {@code /v1/invitations}. */
@ApplicationScoped
@Path("/v1/invitations")
public class InvitationsResource implements InvitationsApi {

  private @Inject Invitations invitations;
  private @Inject Caller caller;

  @Override
  @Allow(RoleName.ADMIN)
  public Invited invite(Invitation invitation) {
    return invitations.invite(invitation, caller.actor());
  }

  @Override
  @Open
  public SignedIn accept(InvitationAcceptance acceptance) {
    return invitations.accept(acceptance, caller.requestId());
  }
}
