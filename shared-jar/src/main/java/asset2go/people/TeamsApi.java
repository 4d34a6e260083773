package asset2go.people;

import asset2go.custody.Holding;
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

/** {@code /v1/teams}: the API implements it, the web tier calls it. */
@Path("/v1/teams")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface TeamsApi {

  /** One page by name; {@code q} is part of the name. */
  @GET
  Page<Team> list(
      @QueryParam("q") @Nullable String q,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /** Makes one: 201. */
  @POST
  Team create(@Valid TeamDraft draft);

  @GET
  @Path("/{id}")
  Team get(@PathParam("id") String id);

  /** Changes some fields by JSON Merge Patch: those of {@link TeamDraft}. */
  @PATCH
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  Team change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonObject patch);

  /** Dissolves one that holds nothing any more: 204. Its history stays. */
  @DELETE
  @Path("/{id}")
  void delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch);

  /** Its members by name. */
  @GET
  @Path("/{id}/members")
  Page<Person> members(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /** Takes somebody in; who belongs to it already goes on doing so. */
  @POST
  @Path("/{id}/members")
  Team join(@PathParam("id") String id, @Valid TeamMember member);

  /** Lets somebody go: 204. */
  @DELETE
  @Path("/{id}/members/{personId}")
  void leave(@PathParam("id") String id, @PathParam("personId") String personId);

  /** Everything that it has, and what is inside that. */
  @GET
  @Path("/{id}/holdings")
  Page<Holding> holdings(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);
}
