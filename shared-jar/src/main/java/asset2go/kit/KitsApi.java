package asset2go.kit;

import asset2go.asset.AssetEvent;
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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code /v1/kits}: the API implements it, the web tier calls it. */
@Path("/v1/kits")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface KitsApi {

  /** One page by name; {@code q} is part of the name. */
  @GET
  Page<Kit> list(
      @QueryParam("q") @Nullable String q,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /** Makes one: 201. */
  @POST
  Kit create(@Valid KitDraft draft);

  /**
   * How many complete ones of each can go out, and which slots are short; by name. A page may be
   * shorter than asked for where counting takes long.
   *
   * @param from now where missing
   * @param to a day later where missing
   * @param limit 1 to 50; 20 where missing
   */
  @GET
  @Path("/availability")
  Page<KitOutlook> outlook(
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  @GET
  @Path("/{id}")
  Kit get(@PathParam("id") String id);

  /** Changes some fields by JSON Merge Patch; the fields are those of {@link KitDraft}. */
  @PATCH
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  Kit change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonObject patch);

  /** Removes one that is part of no other: 204. Bookings of it stay as they are. */
  @DELETE
  @Path("/{id}")
  void delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch);

  /**
   * How many complete ones can go out, and which slot is short.
   *
   * @param from now where missing
   * @param to a day later where missing
   */
  @GET
  @Path("/{id}/availability")
  KitAvailability availability(
      @PathParam("id") String id,
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to);

  /**
   * Assets that are there now and would make complete ones, promised to nobody else until they are
   * due. It hands nothing out and keeps nothing free: their ids go into a basket of {@code
   * /v1/custodies}.
   *
   * @param quantity how many kits, 1 to 100; 1 where missing
   * @param due day by which they come back; none where missing
   */
  @GET
  @Path("/{id}/picks")
  KitPicks picks(
      @PathParam("id") String id,
      @QueryParam("quantity") @Nullable Integer quantity,
      @QueryParam("due") @Nullable LocalDate due);

  /** What happened to it, newest first. */
  @GET
  @Path("/{id}/events")
  Page<AssetEvent> events(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);
}
