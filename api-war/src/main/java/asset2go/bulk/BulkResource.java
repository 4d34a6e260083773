package asset2go.bulk;

import asset2go.asset.AssetDraft;
import asset2go.identity.RoleName;
import asset2go.page.Creates;
import asset2go.page.MergePatch;
import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** {@code /v1/bulk}. */
@ApplicationScoped
@Path("/v1/bulk")
@Allow(
    value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
    somewhere = true)
public class BulkResource implements BulkApi {

  /** What a patch is tried on, so that a wrong type is told before anything begins. */
  private static final AssetDraft ANY =
      new AssetDraft(null, "x", null, null, null, null, null, null, null, null, null, null, null);

  private @Inject BulkRuns runs;
  private @Inject MergePatch mergePatch;
  private @Inject Caller caller;

  @Override
  public Page<BulkRun> list(@Nullable Integer limit, @Nullable String after) {
    return runs.list(caller.actor(), limit, after);
  }

  @Override
  @Creates
  public BulkRun start(BulkDraft draft) {
    if (draft.patch() != null) {
      mergePatch.apply(ANY, Json.createObjectBuilder(draft.patch()).build(), AssetDraft.class);
    }
    return runs.start(caller.actor(), draft);
  }

  @Override
  public BulkRun get(String id) {
    return runs.get(caller.actor(), id);
  }

  @Override
  public Page<BulkItem> items(
      String id, @Nullable String outcome, @Nullable Integer limit, @Nullable String after) {
    return runs.items(caller.actor(), id, outcome, limit, after);
  }

  @Override
  public BulkRun cancel(String id) {
    return runs.cancel(caller.actor(), id);
  }

  @Override
  @Creates
  public BulkRun undo(String id) {
    return runs.undo(caller.actor(), id);
  }
}
