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

/** {@code /v1/teams}. */
@ApplicationScoped
@Path("/v1/teams")
public class TeamsResource implements TeamsApi {

  private @Inject Teams teams;
  private @Inject Holdings holdings;
  private @Inject MergePatch mergePatch;
  private @Inject Caller caller;

  @Override
  public Page<Team> list(@Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return teams.list(caller.actor(), q, limit, after);
  }

  @Override
  @Creates
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Team create(TeamDraft draft) {
    return teams.create(caller.actor(), draft);
  }

  @Override
  public Team get(String id) {
    return teams.get(caller.actor(), id);
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Team change(String id, @Nullable String ifMatch, JsonObject patch) {
    return teams.change(
        caller.actor(),
        id,
        IfMatch.version(ifMatch, id),
        draft -> mergePatch.apply(draft, patch, TeamDraft.class));
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public void delete(String id, @Nullable String ifMatch) {
    teams.delete(caller.actor(), id, IfMatch.version(ifMatch, id));
  }

  @Override
  public Page<Person> members(String id, @Nullable Integer limit, @Nullable String after) {
    return teams.members(caller.actor(), id, limit, after);
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Team join(String id, TeamMember member) {
    return teams.join(caller.actor(), id, member.personId());
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public void leave(String id, String personId) {
    teams.leave(caller.actor(), id, personId);
  }

  @Override
  public Page<Holding> holdings(String id, @Nullable Integer limit, @Nullable String after) {
    return holdings.ofTeam(caller.actor(), id, limit, after);
  }
}
