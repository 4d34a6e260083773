package asset2go.people;

import asset2go.custody.Holding;
import asset2go.custody.Holdings;
import asset2go.identity.RoleName;
import asset2go.page.Creates;
import asset2go.page.IfMatch;
import asset2go.page.MergePatch;
import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** {@code /v1/people}. */
@ApplicationScoped
@Path("/v1/people")
public class PeopleResource implements PeopleApi {

  private @Inject People people;
  private @Inject Holdings holdings;
  private @Inject Offboardings offboardings;
  private @Inject MergePatch mergePatch;
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

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Person change(String id, @Nullable String ifMatch, JsonObject patch) {
    return people.change(
        caller.actor(),
        id,
        IfMatch.version(ifMatch, id),
        draft -> mergePatch.apply(draft, patch, PersonDraft.class));
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public void delete(String id, @Nullable String ifMatch) {
    people.delete(caller.actor(), id, IfMatch.version(ifMatch, id));
  }

  @Override
  public Page<Holding> holdings(String id, @Nullable Integer limit, @Nullable String after) {
    return holdings.ofPerson(caller.actor(), id, limit, after);
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Offboarding offboarding(String id) {
    return offboardings.preview(caller.actor(), id);
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public OffboardingOutcome offboard(String id, OffboardingRequest request) {
    return offboardings.offboard(caller.actor(), id, request);
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Person welcomeBack(String id) {
    return offboardings.welcomeBack(caller.actor(), id);
  }
}
