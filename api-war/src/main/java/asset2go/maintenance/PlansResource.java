package asset2go.maintenance;

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

/** {@code /v1/maintenance-plans}. */
@ApplicationScoped
@Path("/v1/maintenance-plans")
public class PlansResource implements PlansApi {

  private @Inject MaintenancePlans plans;
  private @Inject MergePatch mergePatch;
  private @Inject Caller caller;

  @Override
  public Page<MaintenancePlan> list(
      @Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return plans.list(caller.actor(), q, limit, after);
  }

  @Override
  @Creates
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER},
      somewhere = true)
  public MaintenancePlan create(PlanDraft draft) {
    return plans.create(caller.actor(), draft);
  }

  @Override
  public MaintenancePlan get(String id) {
    return plans.get(caller.actor(), id);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER},
      somewhere = true)
  public MaintenancePlan change(String id, @Nullable String ifMatch, JsonObject patch) {
    return plans.change(
        caller.actor(),
        id,
        IfMatch.version(ifMatch, id),
        draft -> mergePatch.apply(draft, patch, PlanDraft.class));
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER},
      somewhere = true)
  public void delete(String id, @Nullable String ifMatch) {
    plans.delete(caller.actor(), id, IfMatch.version(ifMatch, id));
  }
}
