package asset2go.catalogue;

import asset2go.asset.Recall;
import asset2go.catalogue.Catalogue.Batch;
import asset2go.catalogue.Catalogue.BatchDraft;
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

/** {@code /v1/batches}: the API implements it, the web tier calls it. */
@Path("/v1/batches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface BatchesApi {

  /** One page by name; {@code q} is part of the number. */
  @GET
  Page<Batch> list(
      @QueryParam("q") @Nullable String q,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /** Makes one: 201. */
  @POST
  Batch create(@Valid BatchDraft draft);

  @GET
  @Path("/{id}")
  Batch get(@PathParam("id") String id);

  /** Changes some fields by JSON Merge Patch; the fields are those of {@link BatchDraft}. */
  @PATCH
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  Batch change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonObject patch);

  /**
   * Everything that a fault of it concerns, with holders and paths.
   *
   * @param depth how far containers and dependencies are followed: 10 where missing, at most 50
   * @param limit at most so many of it: 1,000 where missing, at most 10,000
   */
  @GET
  @Path("/{id}/recall")
  Recall recall(
      @PathParam("id") String id,
      @QueryParam("depth") @Nullable Integer depth,
      @QueryParam("limit") @Nullable Integer limit);

  /** Removes one that nothing uses: 204; 409 while something does. */
  @DELETE
  @Path("/{id}")
  void delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch);
}
