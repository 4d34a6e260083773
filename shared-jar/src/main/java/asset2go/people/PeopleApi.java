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

/** {@code /v1/people}: the API implements it, the web tier calls it. */
@Path("/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface PeopleApi {

  /** One page by name; {@code q} is part of the name or address. */
  @GET
  Page<Person> list(
      @QueryParam("q") @Nullable String q,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /** Makes one: 201. */
  @POST
  Person create(@Valid PersonDraft draft);

  @GET
  @Path("/{id}")
  Person get(@PathParam("id") String id);

  /** Changes some fields by JSON Merge Patch: those of {@link PersonDraft}. */
  @PATCH
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  Person change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonObject patch);

  /** Removes one to whom nothing refers: 204; 409 for a holder, past or present, and for a user. */
  @DELETE
  @Path("/{id}")
  void delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch);

  /** Everything that they have: handed to them, by a team, or inside what they have. */
  @GET
  @Path("/{id}/holdings")
  Page<Holding> holdings(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /** What there is to settle before somebody leaves. */
  @GET
  @Path("/{id}/offboarding")
  Offboarding offboarding(@PathParam("id") String id);

  /**
   * Somebody leaves, in one step: what was handed to them comes back or is passed on as far as it
   * can be, they leave their teams, and who signs in is shut out. Nothing is handed to them any
   * more. Once more does what was left over.
   */
  @POST
  @Path("/{id}/offboarding")
  OffboardingOutcome offboard(@PathParam("id") String id, @Valid OffboardingRequest request);

  /** Somebody is with us after all; who signs in has yet to be let in again by an administrator. */
  @DELETE
  @Path("/{id}/offboarding")
  Person welcomeBack(@PathParam("id") String id);
}
