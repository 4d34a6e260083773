package asset2go.identity;

import asset2go.platform.Allow;
import asset2go.platform.Caller;
import asset2go.right.Sight;
import asset2go.right.Sights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

/** {@code /v1/me}. */
@ApplicationScoped
@Path("/v1/me")
@Allow(everybody = true)
public class MeResource implements MeApi {

  private @Inject Users users;
  private @Inject MyPassword password;
  private @Inject Sights sights;
  private @Inject Caller caller;

  @Override
  public User me() {
    return users.get(caller.session().userId()).granted(caller.session().scope().somewhere());
  }

  @Override
  @Allow(everybody = true, inPerson = true)
  public void changePassword(PasswordChange change) {
    password.change(change, caller.actor(), caller.session().jti());
  }

  @Override
  public Sight sight() {
    return sights.of(caller.actor());
  }
}
