package asset2go.booking;

import asset2go.identity.RoleName;
import asset2go.page.Creates;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

/** {@code /v1/booking-series}. */
@ApplicationScoped
@Path("/v1/booking-series")
public class BookingSeriesResource implements BookingSeriesApi {

  private @Inject Series series;
  private @Inject Caller caller;

  @Override
  @Creates
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN, RoleName.MEMBER},
      somewhere = true)
  public BookingSeries create(BookingSeriesDraft draft) {
    return series.create(caller.actor(), draft);
  }

  @Override
  public BookingSeries get(String id) {
    return series.get(caller.actor(), id);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN, RoleName.MEMBER},
      somewhere = true)
  public BookingSeries cancel(String id, BookingCancellation cancellation) {
    return series.cancel(caller.actor(), id, cancellation);
  }
}
