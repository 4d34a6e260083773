package asset2go.booking;

import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /v1/booking-series}: the API implements it, the web tier calls it. */
@Path("/v1/booking-series")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface BookingSeriesApi {

  /** Books all occurrences: 201; or, where one clashes and is not to be skipped, none: 409. */
  @POST
  BookingSeries create(@Valid BookingSeriesDraft draft);

  /** Its bookings as they stand. */
  @GET
  @Path("/{id}")
  BookingSeries get(@PathParam("id") String id);

  /** Calls off every booking of it of which nothing has been fetched. */
  @POST
  @Path("/{id}/cancel")
  BookingSeries cancel(@PathParam("id") String id, @Valid BookingCancellation cancellation);
}
