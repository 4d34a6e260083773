package asset2go.people;

import asset2go.identity.RoleName;
import asset2go.page.Creates;
import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** {@code /v1/people}. */
@ApplicationScoped
@Path("/v1/people")
public class PeopleResource implements PeopleApi {

  private @Inject People people;
  private @Inject Caller caller;

  @Override
  public Page<Person> list(@Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return people.list(caller.actor(), q, limit, after);
  }

  @Override
  @Creates
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Person create(PersonDraft draft) {
    return people.create(caller.actor(), draft);
  }

  @Override
  public Person get(String id) {
    return people.get(caller.actor(), id);
  }
}
