package asset2go.catalogue;

import asset2go.catalogue.Catalogue.Category;
import asset2go.catalogue.Catalogue.CategoryDraft;
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

/** {@code /v1/categories}. */
@ApplicationScoped
@Path("/v1/categories")
public class CategoriesResource implements CategoriesApi {

  private @Inject Categories categories;
  private @Inject MergePatch mergePatch;
  private @Inject Caller caller;

  @Override
  public Page<Category> list(@Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return categories.list(q, limit, after);
  }

  @Override
  @Creates
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Category create(CategoryDraft draft) {
    return categories.create(caller.actor(), draft);
  }

  @Override
  public Category get(String id) {
    return categories.get(id);
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Category change(String id, @Nullable String ifMatch, JsonObject patch) {
    return categories.change(
        caller.actor(),
        id,
        IfMatch.version(ifMatch, id),
        draft -> mergePatch.apply(draft, patch, CategoryDraft.class));
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public void delete(String id, @Nullable String ifMatch) {
    categories.delete(caller.actor(), id, IfMatch.version(ifMatch, id));
  }
}
