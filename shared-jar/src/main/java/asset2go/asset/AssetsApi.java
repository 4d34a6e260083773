package asset2go.asset;

import asset2go.booking.Outage;
import asset2go.custody.Custody;
import asset2go.custody.DamageTrail;
import asset2go.dependency.Dependencies;
import asset2go.dependency.DependencyDraft;
import asset2go.dependency.Impact;
import asset2go.page.Page;
import asset2go.placement.Placement;
import asset2go.placement.Position;
import jakarta.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
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
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code /v1/assets}: the API implements it, the web tier calls it. */
@Path("/v1/assets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface AssetsApi {

  /** One page of the assets that match. */
  @GET
  Page<Asset> list(@BeanParam AssetQuery query);

  /**
   * What a list is narrowed by, in words, and what else it can be narrowed by.
   *
   * @param query the list, as in its address; all assets where missing
   */
  @GET
  @Path("/filters")
  AssetFilters filters(@QueryParam("query") @Nullable String query);

  /** Makes one: 201. */
  @POST
  Asset create(@Valid AssetDraft draft);

  @GET
  @Path("/{id}")
  Asset get(@PathParam("id") String id);

  /**
   * Changes some fields by JSON Merge Patch (RFC 7396); the fields are those of {@link AssetDraft}
   * without the status.
   */
  @PATCH
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  Asset change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonObject patch);

  /** Puts it into the trash: 204. */
  @DELETE
  @Path("/{id}")
  void trash(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch);

  /** Takes a step of its life. */
  @POST
  @Path("/{id}/transitions")
  Asset transition(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid Transition transition);

  /** What it is worth on a day; today (UTC) where missing. */
  @GET
  @Path("/{id}/value")
  AssetValue value(@PathParam("id") String id, @QueryParam("on") @Nullable LocalDate on);

  /** What happened to it, newest first. */
  @GET
  @Path("/{id}/events")
  Page<AssetEvent> events(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /** Whether the chain of its events is whole. */
  @GET
  @Path("/{id}/events/verify")
  AssetEvent.Verification verify(@PathParam("id") String id);

  /** What stands inside it; with {@code deep}, also inside that. */
  @GET
  @Path("/{id}/contents")
  Page<Asset> contents(
      @PathParam("id") String id,
      @QueryParam("deep") boolean deep,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /** What an outage of it would take with it. */
  @GET
  @Path("/{id}/impact")
  Impact impact(
      @PathParam("id") String id,
      @QueryParam("depth") @Nullable Integer depth,
      @QueryParam("limit") @Nullable Integer limit);

  /**
   * Whose bookings an outage of it hits, and all that depends on it: those of what would be out,
   * and those of any of a model of which too few would be left.
   *
   * @param from now where missing
   * @param to seven days later where missing, at most 366
   * @param depth how far dependencies are followed, 1 to 50; 10 where missing
   */
  @GET
  @Path("/{id}/outage")
  Outage outage(
      @PathParam("id") String id,
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to,
      @QueryParam("depth") @Nullable Integer depth);

  /** What it needs and what needs it. */
  @GET
  @Path("/{id}/dependencies")
  Dependencies dependencies(@PathParam("id") String id);

  /** Says that it needs another; saying it again changes nothing. */
  @POST
  @Path("/{id}/dependencies")
  Dependencies depend(@PathParam("id") String id, @Valid DependencyDraft draft);

  /** Says that it no longer needs another: 204. */
  @DELETE
  @Path("/{id}/dependencies/{dependsOnId}")
  void undepend(
      @PathParam("id") String id,
      @PathParam("dependsOnId") String dependsOnId,
      @QueryParam("kind") @Nullable String kind);

  /**
   * Who has or had it, the newest first.
   *
   * @param on only who had it then: a day (in UTC), such as 2026-11-28, or a moment, such as
   *     2026-11-28T12:00:00Z
   */
  @GET
  @Path("/{id}/custody")
  Page<Custody> custody(
      @PathParam("id") String id,
      @QueryParam("on") @Nullable String on,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /**
   * Where it stands and stood, the newest first.
   *
   * @param on only where it stood then: a day (in UTC), such as 2026-11-28, or a moment, such as
   *     2026-11-28T12:00:00Z
   */
  @GET
  @Path("/{id}/placements")
  Page<Placement> placements(
      @PathParam("id") String id,
      @QueryParam("on") @Nullable String on,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /**
   * Where it was, through whatever it stood in then.
   *
   * @param on a day (in UTC), of which its end counts, or a moment; now where missing
   */
  @GET
  @Path("/{id}/position")
  Position position(@PathParam("id") String id, @QueryParam("on") @Nullable String on);

  /** Who had it between the last time that it was known to be good and its damage. */
  @GET
  @Path("/{id}/custody/damage")
  DamageTrail damage(@PathParam("id") String id);
}
