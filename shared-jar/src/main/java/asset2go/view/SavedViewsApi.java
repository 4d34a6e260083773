package asset2go.view;

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
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /v1/views}: the API implements it, the web tier calls it. */
@Path("/v1/views")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface SavedViewsApi {

  /** One's own and the shared ones, by name. */
  @GET
  Page<SavedView> list();

  /** Keeps one: 201. */
  @POST
  SavedView create(@Valid SavedViewDraft draft);

  @GET
  @Path("/{id}")
  SavedView get(@PathParam("id") String id);

  /** Changes some fields of one's own by JSON Merge Patch: those of {@link SavedViewDraft}. */
  @PATCH
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  SavedView change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonObject patch);

  /** Removes one's own, or as an administrator a shared one: 204. */
  @DELETE
  @Path("/{id}")
  void delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch);
}
