package asset2go.catalogue;

import asset2go.catalogue.Catalogue.Manufacturer;
import asset2go.catalogue.Catalogue.NameDraft;
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

/** {@code /v1/manufacturers}. */
@ApplicationScoped
@Path("/v1/manufacturers")
public class ManufacturersResource implements ManufacturersApi {

  private @Inject Manufacturers manufacturers;
  private @Inject MergePatch mergePatch;
  private @Inject Caller caller;

  @Override
  public Page<Manufacturer> list(
      @Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return manufacturers.list(q, limit, after);
  }

  @Override
  @Creates
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Manufacturer create(NameDraft draft) {
    return manufacturers.create(caller.actor(), draft);
  }

  @Override
  public Manufacturer get(String id) {
    return manufacturers.get(id);
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Manufacturer change(String id, @Nullable String ifMatch, JsonObject patch) {
    return manufacturers.change(
        caller.actor(),
        id,
        IfMatch.version(ifMatch, id),
        draft -> mergePatch.apply(draft, patch, NameDraft.class));
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public void delete(String id, @Nullable String ifMatch) {
    manufacturers.delete(caller.actor(), id, IfMatch.version(ifMatch, id));
  }
}
