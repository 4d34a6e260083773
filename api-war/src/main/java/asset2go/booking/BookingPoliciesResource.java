package asset2go.booking;

import asset2go.identity.RoleName;
import asset2go.page.IfMatch;
import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** {@code /v1/booking-policies}. */
@ApplicationScoped
@Path("/v1/booking-policies")
public class BookingPoliciesResource implements BookingPoliciesApi {

  private @Inject Policies policies;
  private @Inject Caller caller;

  @Override
  public Page<BookingPolicy> list() {
    return policies.list(caller.actor());
  }

  @Override
  public BookingPolicy get(String id) {
    return policies.get(caller.actor(), id);
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public BookingPolicy put(String id, @Nullable String ifMatch, BookingRules rules) {
    return policies.put(caller.actor(), id, IfMatch.version(ifMatch, id), rules);
  }
}
