package asset2go.location;

import asset2go.asset.Asset;
import asset2go.booking.Outage;
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
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code /v1/locations}: the API implements it, the web tier calls it. */
@Path("/v1/locations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface LocationsApi {

  /**
   * One page of locations by name.
   *
   * @param q part of the code or name
   * @param parent only what is directly inside this location; {@code root} for those without a
   *     parent
   */
  @GET
  Page<Location> list(
      @QueryParam("q") @Nullable String q,
      @QueryParam("parent") @Nullable String parent,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /** Makes one: 201. */
  @POST
  Location create(@Valid LocationDraft draft);

  @GET
  @Path("/{id}")
  Location get(@PathParam("id") String id);

  /** Changes some fields by JSON Merge Patch: code, name, kind, parentId. */
  @PATCH
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  Location change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonObject patch);

  /** Removes an empty one: 204; 409 while anything is inside. */
  @DELETE
  @Path("/{id}")
  void delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch);

  /**
   * Whose bookings an outage of all that stands there or below hits, and all that depends on it:
   * those of what would be out, and those of any of a model of which too few would be left.
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

  /** What stands there; with {@code deep}, also in the locations below and inside other assets. */
  @GET
  @Path("/{id}/assets")
  Page<Asset> assets(
      @PathParam("id") String id,
      @QueryParam("deep") boolean deep,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);
}
