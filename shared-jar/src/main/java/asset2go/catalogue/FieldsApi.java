package asset2go.catalogue;

import asset2go.page.Page;
import jakarta.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /v1/fields}, the custom fields: the API implements it, the web tier calls it. */
@Path("/v1/fields")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface FieldsApi {

  /**
   * Those that assets of a category or of a model have, all at once, inherited ones first; else one
   * page of all there are, by name.
   *
   * @param q part of the name
   */
  @GET
  Page<CustomField> list(
      @QueryParam("category") @Nullable String category,
      @QueryParam("model") @Nullable String model,
      @QueryParam("q") @Nullable String q,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /** Makes one: 201. */
  @POST
  CustomField create(@Valid CustomFieldDraft draft);

  @GET
  @Path("/{id}")
  CustomField get(@PathParam("id") String id);

  /** Changes some of it by JSON Merge Patch; the parts are those of {@link CustomFieldDraft}. */
  @PATCH
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  CustomField change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonObject patch);

  /** Removes it, and with it, a little later, every asset's value: 204. */
  @DELETE
  @Path("/{id}")
  void delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch);
}
