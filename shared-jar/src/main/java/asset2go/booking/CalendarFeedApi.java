package asset2go.booking;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /v1/me/calendar-feed}: the API implements it, the web tier calls it. */
@Path("/v1/me/calendar-feed")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface CalendarFeedApi {

  /** Whether the caller's bookings have an address. */
  @GET
  CalendarFeed get();

  /** Makes an address; one that there was no longer works. */
  @POST
  CalendarFeed make();

  /** Revokes the address: 204. */
  @DELETE
  void revoke();
}
