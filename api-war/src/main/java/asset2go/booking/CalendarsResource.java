package asset2go.booking;

import asset2go.platform.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;

/** Where calendar programs, which cannot sign in, read bookings: the address is the secret. */
@ApplicationScoped
@Path("/v1/calendars")
public class CalendarsResource {

  private static final String ICALENDAR = "text/calendar";

  private @Inject CalendarFeeds feeds;

  @GET
  @Path("/{token}")
  @Open
  @SecurityRequirements
  @Produces(ICALENDAR)
  @Operation(summary = "Somebody's bookings as iCalendar")
  public Response read(@PathParam("token") String token) {
    return Response.ok(feeds.read(token)).type(ICALENDAR + ";charset=utf-8").build();
  }
}
