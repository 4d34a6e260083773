package asset2go.maintenance;

import asset2go.asset.AssetEvent;
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

/** {@code /v1/work-orders}. */
@ApplicationScoped
@Path("/v1/work-orders")
public class WorkOrdersResource implements WorkOrdersApi {

  private @Inject WorkOrders orders;
  private @Inject WorkOrderList list;
  private @Inject MergePatch mergePatch;
  private @Inject Caller caller;

  @Override
  public Page<WorkOrder> list(WorkOrderQuery query) {
    return list.find(caller.actor(), query);
  }

  @Override
  @Creates
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public WorkOrder create(WorkOrderDraft draft) {
    return orders.create(caller.actor(), draft);
  }

  @Override
  public WorkOrder get(String id) {
    return orders.get(caller.actor(), id);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public WorkOrder change(String id, @Nullable String ifMatch, JsonObject patch) {
    return orders.change(
        caller.actor(),
        id,
        IfMatch.version(ifMatch, id),
        draft -> mergePatch.apply(draft, patch, WorkOrderDraft.class));
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public WorkOrder step(String id, @Nullable String ifMatch, WorkOrderStep step) {
    return orders.step(caller.actor(), id, IfMatch.version(ifMatch, id), step);
  }

  @Override
  public Page<AssetEvent> events(String id, @Nullable Integer limit, @Nullable String after) {
    return orders.events(caller.actor(), id, limit, after);
  }
}
