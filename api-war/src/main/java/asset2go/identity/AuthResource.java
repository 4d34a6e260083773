package asset2go.identity;

import asset2go.platform.Allow;
import asset2go.platform.Caller;
import asset2go.platform.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /v1/auth}. */
@ApplicationScoped
@Path("/v1/auth")
public class AuthResource implements AuthApi {

  private @Inject SignIn signIn;
  private @Inject Sessions sessions;
  private @Inject MyPassword password;
  private @Inject Caller caller;

  @Override
  @Open
  public SignedIn login(Credentials credentials) {
    return signIn.with(credentials, caller.address());
  }

  @Override
  @Allow(everybody = true)
  public void logout() {
    sessions.close(caller.session());
  }

  @Override
  @Open
  public Response forgotten(PasswordResetRequest request) {
    password.forgotten(request.email(), caller.requestId());
    return Response.accepted().build();
  }

  @Override
  @Open
  public void reset(PasswordReset reset) {
    password.reset(reset, caller.requestId());
  }
}
