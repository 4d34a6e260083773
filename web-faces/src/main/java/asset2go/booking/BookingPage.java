package asset2go.booking;

import asset2go.asset.AssetEvent;
import asset2go.asset.AssetQuery;
import asset2go.asset.AssetRef;
import asset2go.asset.AssetsApi;
import asset2go.asset.Condition;
import asset2go.frame.Form;
import asset2go.frame.Preferences;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One booking, and the dialogs in which it is handed out, taken back or called off. */
@Named
@RequestScoped
public class BookingPage {
  private static final Set<String> ASKS =
      Set.of("check-out", "check-in", "cancel", "approve", "reject", "cancel-series");
  private static final int EVENTS = 30;
  private static final int CANDIDATES = 50;

  @Inject HttpServletRequest request;
  @Inject BookingsApi api;
  @Inject BookingSeriesApi series;
  @Inject AssetsApi assets;
  @Inject Preferences preferences;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>(Map.of("condition", "GOOD"));
  private @Nullable Booking booking;
  private @Nullable Page<AssetEvent> events;
  private @Nullable List<Choice> choices;

  /**
   * An asset that can be handed out or taken back.
   *
   * @param chosen whether it is meant unless somebody says otherwise
   */
  public record Choice(AssetRef asset, boolean chosen) {}

  public void load() {
    booking = api.get(getId());
    events = api.events(getId(), EVENTS, null);
  }

  private String getId() {
    return String.valueOf(request.getParameter("id"));
  }

  /** A form that was sent needs it before the page is shown. */
  public Booking getBooking() {
    if (booking == null) {
      booking = api.get(getId());
    }
    return booking;
  }

  public @Nullable Page<AssetEvent> getEvents() {
    if (events == null) {
      events = api.events(getId(), EVENTS, null);
    }
    return events;
  }

  public boolean isLive() {
    return getBooking().state().isLive();
  }

  /** Whether something is still to be fetched. */
  public boolean isOpen() {
    return getBooking().lines().stream().anyMatch(line -> line.open() > 0);
  }

  /** What is out. */
  public List<AssetRef> getOut() {
    return getBooking().lines().stream()
        .flatMap(line -> line.fetched().stream())
        .filter(fetched -> fetched.backAt() == null)
        .map(Booking.Fetched::asset)
        .toList();
  }

  /** A moment by the wall clock of the zone in which it was booked. */
  public String local(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .localizedBy(preferences.getLocale())
        .withZone(ZoneId.of(getBooking().zone()))
        .format(instant);
  }

  /** What is about to be done, null for nothing. */
  public @Nullable String getAsk() {
    var asked = request.getParameter("ask");
    return asked != null && ASKS.contains(asked) && isLive() ? asked : null;
  }

  /** Whether it waits for approval. */
  public boolean isRequested() {
    return getBooking().state() == BookingState.REQUESTED;
  }

  /** Whether the dialog asks for a reason, not for assets. */
  public boolean isAsksReason() {
    var ask = getAsk();
    return ask != null && !ask.startsWith("check-");
  }

  /** What can be handed out, or taken back. */
  public List<Choice> getChoices() {
    if (choices == null) {
      choices =
          "check-in".equals(getAsk())
              ? getOut().stream().map(asset -> new Choice(asset, true)).toList()
              : toFetch();
    }
    return choices;
  }

  private List<Choice> toFetch() {
    var found = new ArrayList<Choice>();
    for (var line : getBooking().lines()) {
      if (line.open() > 0 && line.asset() != null) {
        found.add(new Choice(line.asset(), true));
      } else if (line.open() > 0 && line.model() != null) {
        var query = new AssetQuery();
        query.model = line.model().id();
        query.status = "AVAILABLE";
        query.limit = CANDIDATES;
        assets
            .list(query)
            .items()
            .forEach(
                asset ->
                    found.add(
                        new Choice(
                            new AssetRef(asset.id(), asset.tag(), asset.name(), asset.status()),
                            false)));
      }
    }
    return found;
  }

  public Condition[] getConditions() {
    return Condition.values();
  }

  public Map<String, String> getValues() {
    return values;
  }

  /** Does what the dialog asks. */
  public void act() {
    var ask = String.valueOf(getAsk());
    form.send(
        () -> {
          switch (ask) {
            case "check-out" -> api.checkOut(getId(), null, new BookingCheckOut(chosen()));
            case "check-in" ->
                api.checkIn(getId(), null, new BookingCheckIn(chosen(), condition()));
            case "cancel-series" ->
                series.cancel(
                    String.valueOf(getBooking().seriesId()), new BookingCancellation(reason()));
            case "approve" -> api.approve(getId(), null, new BookingDecision(reason()));
            case "reject" -> api.reject(getId(), null, new BookingDecision(reason()));
            default -> api.cancel(getId(), null, new BookingCancellation(reason()));
          }
          return "/bookings/" + getId();
        },
        "note.booking." + ask);
    if (form.isRefused()) {
      booking = null;
    }
  }

  private @Nullable String reason() {
    return Form.orNull(values.get("reason"));
  }

  private List<String> chosen() {
    var chosen = request.getParameterValues("asset");
    return chosen == null ? List.of() : List.of(chosen);
  }

  private @Nullable Condition condition() {
    var typed = Form.orNull(values.get("condition"));
    return typed == null ? null : Condition.valueOf(typed);
  }
}
