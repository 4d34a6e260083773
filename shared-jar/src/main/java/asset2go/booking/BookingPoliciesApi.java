package asset2go.booking;

import asset2go.page.Page;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /v1/booking-policies}: the API implements it, the web tier calls it. */
@Path("/v1/booking-policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface BookingPoliciesApi {

  /** The rules for everything, and those of each category that has some of its own. */
  @GET
  Page<BookingPolicy> list();

  /** Those of a category, or of {@code everything}. */
  @GET
  @Path("/{id}")
  BookingPolicy get(@PathParam("id") String id);

  /** Replaces what is said there; an empty object takes all of it back. */
  @PUT
  @Path("/{id}")
  BookingPolicy put(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid BookingRules rules);
}
