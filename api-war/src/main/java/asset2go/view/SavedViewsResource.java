package asset2go.view;

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

/** {@code /v1/views}: everybody keeps their own, whatever their role. */
@ApplicationScoped
@Path("/v1/views")
@Allow(everybody = true)
public class SavedViewsResource implements SavedViewsApi {

  private @Inject SavedViews views;
  private @Inject MergePatch mergePatch;
  private @Inject Caller caller;

  @Override
  public Page<SavedView> list() {
    return views.list(caller.actor());
  }

  @Override
  @Creates
  public SavedView create(SavedViewDraft draft) {
    return views.create(caller.actor(), draft);
  }

  @Override
  public SavedView get(String id) {
    return views.get(caller.actor(), id);
  }

  @Override
  public SavedView change(String id, @Nullable String ifMatch, JsonObject patch) {
    return views.change(
        caller.actor(),
        id,
        IfMatch.version(ifMatch, id),
        draft -> mergePatch.apply(draft, patch, SavedViewDraft.class));
  }

  @Override
  public void delete(String id, @Nullable String ifMatch) {
    views.delete(caller.actor(), id, IfMatch.version(ifMatch, id));
  }
}
