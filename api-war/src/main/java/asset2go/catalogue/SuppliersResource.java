package asset2go.catalogue;

import asset2go.catalogue.Catalogue.Supplier;
import asset2go.catalogue.Catalogue.SupplierDraft;
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

/** {@code /v1/suppliers}. */
@ApplicationScoped
@Path("/v1/suppliers")
public class SuppliersResource implements SuppliersApi {

  private @Inject Suppliers suppliers;
  private @Inject MergePatch mergePatch;
  private @Inject Caller caller;

  @Override
  public Page<Supplier> list(@Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return suppliers.list(caller.actor(), q, limit, after);
  }

  @Override
  @Creates
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Supplier create(SupplierDraft draft) {
    return suppliers.create(caller.actor(), draft);
  }

  @Override
  public Supplier get(String id) {
    return suppliers.get(caller.actor(), id);
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Supplier change(String id, @Nullable String ifMatch, JsonObject patch) {
    return suppliers.change(
        caller.actor(),
        id,
        IfMatch.version(ifMatch, id),
        draft -> mergePatch.apply(draft, patch, SupplierDraft.class));
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public void delete(String id, @Nullable String ifMatch) {
    suppliers.delete(caller.actor(), id, IfMatch.version(ifMatch, id));
  }
}
