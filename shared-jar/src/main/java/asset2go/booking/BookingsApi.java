package asset2go.booking;

import asset2go.asset.AssetEvent;
import asset2go.page.Page;
import jakarta.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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

/**
 * {@code /v1/bookings}: the API implements it, the web tier calls it. Members see their own
 * bookings; of those of others they learn only when something is taken.
 */
@Path("/v1/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface BookingsApi {

  /** One page of the bookings that match, by their beginning. */
  @GET
  Page<Booking> list(@BeanParam BookingQuery query);

  /** Makes one: 201; 409 where it clashes. */
  @POST
  Booking create(@Valid BookingDraft draft);

  /** What of a wish can be had, and what stands in its way; promises nothing. */
  @POST
  @Path("/check")
  BookingCheck check(@Valid BookingInquiry inquiry);

  /**
   * When an asset, the assets of a model, or all that is booked is taken: by default in the coming
   * 14 days, at most in 366.
   */
  @GET
  @Path("/calendar")
  BookingCalendar calendar(
      @QueryParam("asset") @Nullable String asset,
      @QueryParam("model") @Nullable String model,
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to);

  @GET
  @Path("/{id}")
  Booking get(@PathParam("id") String id);

  /**
   * Changes some fields by JSON Merge Patch; the fields are those of {@link BookingDraft}. While
   * something is out, only the end and the purpose may change.
   */
  @PATCH
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  Booking change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonObject patch);

  /** Calls it off, or what has not been fetched of it. */
  @POST
  @Path("/{id}/cancel")
  Booking cancel(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid BookingCancellation cancellation);

  /** Says yes to one that needs it. */
  @POST
  @Path("/{id}/approve")
  Booking approve(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid BookingDecision decision);

  /** Says no to one that needs approval: what it kept free becomes free for others. */
  @POST
  @Path("/{id}/reject")
  Booking reject(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid BookingDecision decision);

  /** Hands out assets for it: all that was booked by itself, or those that are named. */
  @POST
  @Path("/{id}/check-out")
  Booking checkOut(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid BookingCheckOut checkOut);

  /** Takes assets back: all that are out, or those that are named. */
  @POST
  @Path("/{id}/check-in")
  Booking checkIn(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid BookingCheckIn checkIn);

  /** What happened to it, newest first. */
  @GET
  @Path("/{id}/events")
  Page<AssetEvent> events(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);
}
