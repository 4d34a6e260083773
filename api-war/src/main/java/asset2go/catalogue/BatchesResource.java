package asset2go.catalogue;

import asset2go.asset.Recall;
import asset2go.asset.Recalls;
import asset2go.catalogue.Catalogue.Batch;
import asset2go.catalogue.Catalogue.BatchDraft;
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

/** {@code /v1/batches}. */
@ApplicationScoped
@Path("/v1/batches")
public class BatchesResource implements BatchesApi {

  private @Inject Batches batches;
  private @Inject Recalls recalls;
  private @Inject MergePatch mergePatch;
  private @Inject Caller caller;

  @Override
  public Page<Batch> list(@Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return batches.list(caller.actor(), q, limit, after);
  }

  @Override
  @Creates
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Batch create(BatchDraft draft) {
    return batches.create(caller.actor(), draft);
  }

  @Override
  public Batch get(String id) {
    return batches.get(caller.actor(), id);
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Batch change(String id, @Nullable String ifMatch, JsonObject patch) {
    return batches.change(
        caller.actor(),
        id,
        IfMatch.version(ifMatch, id),
        draft -> mergePatch.apply(draft, patch, BatchDraft.class));
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public void delete(String id, @Nullable String ifMatch) {
    batches.delete(caller.actor(), id, IfMatch.version(ifMatch, id));
  }

  @Override
  public Recall recall(String id, @Nullable Integer depth, @Nullable Integer limit) {
    return recalls.of(caller.actor(), id, depth, limit);
  }
}
