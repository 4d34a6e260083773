package asset2go.booking;

import asset2go.asset.AssetEvent;
import asset2go.identity.RoleName;
import asset2go.page.Creates;
import asset2go.page.IfMatch;
import asset2go.page.MergePatch;
import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code /v1/bookings}. Whose bookings one may see and change, the domain says. */
@ApplicationScoped
@Path("/v1/bookings")
public class BookingsResource implements BookingsApi {

  private @Inject Bookings bookings;
  private @Inject BookingList list;
  private @Inject Handovers handovers;
  private @Inject Approvals approvals;
  private @Inject MergePatch mergePatch;
  private @Inject Caller caller;

  @Override
  public Page<Booking> list(BookingQuery query) {
    return list.find(caller.actor(), query);
  }

  @Override
  @Creates
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN, RoleName.MEMBER},
      somewhere = true)
  public Booking create(BookingDraft draft) {
    return bookings.create(caller.actor(), draft);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN, RoleName.MEMBER},
      somewhere = true)
  public BookingCheck check(BookingInquiry inquiry) {
    return bookings.check(caller.actor(), inquiry);
  }

  @Override
  public BookingCalendar calendar(
      @Nullable String asset,
      @Nullable String model,
      @Nullable Instant from,
      @Nullable Instant to) {
    return list.calendar(caller.actor(), asset, model, from, to);
  }

  @Override
  public Booking get(String id) {
    return bookings.get(caller.actor(), id);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN, RoleName.MEMBER},
      somewhere = true)
  public Booking change(String id, @Nullable String ifMatch, JsonObject patch) {
    return bookings.change(
        caller.actor(),
        id,
        IfMatch.version(ifMatch, id),
        draft -> mergePatch.apply(draft, patch, BookingDraft.class));
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN, RoleName.MEMBER},
      somewhere = true)
  public Booking cancel(String id, @Nullable String ifMatch, BookingCancellation cancellation) {
    return bookings.cancel(caller.actor(), id, IfMatch.version(ifMatch, id), cancellation);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER},
      somewhere = true)
  public Booking approve(String id, @Nullable String ifMatch, BookingDecision decision) {
    return approvals.approve(caller.actor(), id, IfMatch.version(ifMatch, id), decision);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER},
      somewhere = true)
  public Booking reject(String id, @Nullable String ifMatch, BookingDecision decision) {
    return approvals.reject(caller.actor(), id, IfMatch.version(ifMatch, id), decision);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public Booking checkOut(String id, @Nullable String ifMatch, BookingCheckOut checkOut) {
    return handovers.checkOut(caller.actor(), id, IfMatch.version(ifMatch, id), checkOut);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public Booking checkIn(String id, @Nullable String ifMatch, BookingCheckIn checkIn) {
    return handovers.checkIn(caller.actor(), id, IfMatch.version(ifMatch, id), checkIn);
  }

  @Override
  public Page<AssetEvent> events(String id, @Nullable Integer limit, @Nullable String after) {
    return bookings.events(caller.actor(), id, limit, after);
  }
}
