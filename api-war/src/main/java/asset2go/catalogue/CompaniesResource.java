package asset2go.catalogue;

import asset2go.catalogue.Catalogue.Company;
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

/** {@code /v1/companies}. */
@ApplicationScoped
@Path("/v1/companies")
public class CompaniesResource implements CompaniesApi {

  private @Inject Companies companies;
  private @Inject MergePatch mergePatch;
  private @Inject Caller caller;

  @Override
  public Page<Company> list(@Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return companies.list(caller.actor(), q, limit, after);
  }

  @Override
  @Creates
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Company create(NameDraft draft) {
    return companies.create(caller.actor(), draft);
  }

  @Override
  public Company get(String id) {
    return companies.get(caller.actor(), id);
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Company change(String id, @Nullable String ifMatch, JsonObject patch) {
    return companies.change(
        caller.actor(),
        id,
        IfMatch.version(ifMatch, id),
        draft -> mergePatch.apply(draft, patch, NameDraft.class));
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public void delete(String id, @Nullable String ifMatch) {
    companies.delete(caller.actor(), id, IfMatch.version(ifMatch, id));
  }
}
