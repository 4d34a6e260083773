package asset2go.catalogue;

import asset2go.catalogue.Catalogue.AssetModel;
import asset2go.catalogue.Catalogue.AssetModelDraft;
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

/** {@code /v1/models}. */
@ApplicationScoped
@Path("/v1/models")
public class ModelsResource implements ModelsApi {

  private @Inject Models models;
  private @Inject MergePatch mergePatch;
  private @Inject Caller caller;

  @Override
  public Page<AssetModel> list(
      @Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return models.list(q, limit, after);
  }

  @Override
  @Creates
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public AssetModel create(AssetModelDraft draft) {
    return models.create(caller.actor(), draft);
  }

  @Override
  public AssetModel get(String id) {
    return models.get(id);
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public AssetModel change(String id, @Nullable String ifMatch, JsonObject patch) {
    return models.change(
        caller.actor(),
        id,
        IfMatch.version(ifMatch, id),
        draft -> mergePatch.apply(draft, patch, AssetModelDraft.class));
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public void delete(String id, @Nullable String ifMatch) {
    models.delete(caller.actor(), id, IfMatch.version(ifMatch, id));
  }
}
