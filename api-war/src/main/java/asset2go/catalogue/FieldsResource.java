package asset2go.catalogue;

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

/** {@code /v1/fields}. */
@ApplicationScoped
@Path("/v1/fields")
public class FieldsResource implements FieldsApi {

  private @Inject CustomFields fields;
  private @Inject MergePatch mergePatch;
  private @Inject Caller caller;

  @Override
  public Page<CustomField> list(
      @Nullable String category,
      @Nullable String model,
      @Nullable String q,
      @Nullable Integer limit,
      @Nullable String after) {
    if (category != null) {
      return new Page<>(fields.ofCategory(caller.actor(), category), null, null);
    }
    return model != null
        ? new Page<>(fields.ofModel(caller.actor(), model), null, null)
        : fields.list(caller.actor(), q, limit, after);
  }

  @Override
  @Creates
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public CustomField create(CustomFieldDraft draft) {
    return fields.create(caller.actor(), draft);
  }

  @Override
  public CustomField get(String id) {
    return fields.get(caller.actor(), id);
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public CustomField change(String id, @Nullable String ifMatch, JsonObject patch) {
    return fields.change(
        caller.actor(),
        id,
        IfMatch.version(ifMatch, id),
        draft -> mergePatch.apply(draft, patch, CustomFieldDraft.class));
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public void delete(String id, @Nullable String ifMatch) {
    fields.delete(caller.actor(), id, IfMatch.version(ifMatch, id));
  }
}
