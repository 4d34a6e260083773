package asset2go.booking;

import asset2go.asset.AssetsApi;
import asset2go.catalogue.ModelsApi;
import asset2go.client.ApiProblem;
import asset2go.frame.Changes;
import asset2go.frame.Form;
import asset2go.frame.Preferences;
import asset2go.kit.KitsApi;
import asset2go.lookup.Lookup;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes or changes a booking, and shows while one chooses what of it can be had. */
@Named
@RequestScoped
public class BookingForm {
  private static final int ROWS = 4;

  @Inject HttpServletRequest request;
  @Inject BookingsApi api;
  @Inject BookingSeriesApi series;
  @Inject AssetsApi assets;
  @Inject ModelsApi models;
  @Inject KitsApi kits;
  @Inject Preferences preferences;
  @Inject Lookup lookup;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();
  private long version;
  private @Nullable Booking booking;
  private @Nullable BookingCheck check;

  /** Opens the form: with the booking as it is, or for a day from the next full hour. */
  public void load() {
    if (!isFresh()) {
      BookingInputs.show(values, booking());
      version = booking().version();
      return;
    }
    var zone = preferences.getZone();
    var begin = ZonedDateTime.now(zone).truncatedTo(ChronoUnit.HOURS).plusHours(1);
    values.put("zone", zone.getId());
    values.put("from", BookingInputs.local(begin.toInstant(), zone));
    values.put("to", BookingInputs.local(begin.plusDays(1).toInstant(), zone));
    var asset = request.getParameter("asset");
    var model = request.getParameter("model");
    var kit = request.getParameter("kit");
    if (asset != null) {
      var one = assets.get(asset);
      BookingInputs.thing(values, 0, "ASSET:" + asset, one.tag() + " · " + one.name());
    } else if (kit != null) {
      BookingInputs.thing(values, 0, "KIT:" + kit, kits.get(kit).name());
    } else if (model != null) {
      BookingInputs.thing(values, 0, "MODEL:" + model, models.get(model).name());
    }
    look();
  }

  private Booking booking() {
    if (booking == null) {
      booking = api.get(getId());
    }
    return booking;
  }

  /** Numbers of the lines that can be filled in. */
  public List<Integer> getRows() {
    var filled = isFresh() ? 0 : booking().lines().size() + 1;
    return IntStream.range(0, Math.max(ROWS, filled)).boxed().toList();
  }

  /** Asks what of it can be had, without booking it. */
  public void ask() {
    if (resolve()) {
      look();
    }
  }

  /** The same for what stands in the address. */
  public void askByAddress() {
    request
        .getParameterMap()
        .forEach((name, all) -> values.put(name, all.length == 0 ? "" : all[0]));
    look();
  }

  private void look() {
    var from = BookingInputs.instant(values, "from");
    var to = BookingInputs.instant(values, "to");
    var lines = BookingInputs.lines(values, IntStream.range(0, 100).boxed().toList());
    if (from == null || to == null || lines.isEmpty()) {
      return;
    }
    try {
      check = api.check(new BookingInquiry(from, to, lines, Form.orNull(values.get("bookingId"))));
    } catch (ApiProblem refused) {
      form.refuse(refused);
    }
  }

  /** Books it. */
  public void save() {
    if (!resolve()) {
      return;
    }
    var from = BookingInputs.instant(values, "from");
    var to = BookingInputs.instant(values, "to");
    if (from == null || to == null) {
      form.refuseField(from == null ? "from" : "to", "booking.unreadable");
      return;
    }
    if (isFresh() && Form.orNull(values.get("every")) != null) {
      repeat(from, to);
      return;
    }
    form.send(
        () -> {
          var saved =
              isFresh()
                  ? api.create(draft(from, to))
                  : api.change(getId(), Changes.ifMatch(getId(), version), patch(from, to));
          return "/bookings/" + saved.id();
        },
        "note.booking.saved");
    if (form.isRefused()) {
      look();
    }
  }

  /** Books it as often as is asked for, and shows all of it. */
  private void repeat(Instant from, Instant to) {
    var typed = Form.text(values.get("times"));
    if (!typed.matches("\\d{1,3}")) {
      form.refuseField("times", "booking.policy.number");
      return;
    }
    var repeat =
        new BookingRepeat(
            BookingRepeat.Unit.valueOf(Form.text(values.get("every"))), 1, Integer.valueOf(typed));
    form.send(
        () ->
            "/bookings?when=all&series="
                + series
                    .create(
                        new BookingSeriesDraft(
                            draft(from, to), repeat, "true".equals(values.get("skipClashes"))))
                    .id(),
        "note.booking.saved");
    if (form.isRefused()) {
      look();
    }
  }

  public BookingRepeat.Unit[] getUnits() {
    return BookingRepeat.Unit.values();
  }

  public List<String> getAnswers() {
    return List.of("true");
  }

  private BookingDraft draft(Instant from, Instant to) {
    return new BookingDraft(
        Form.orNull(values.get("purpose")),
        Form.orNull(values.get("personId")),
        from,
        to,
        Form.orNull(values.get("zone")),
        BookingInputs.lines(values, getRows()));
  }

  /** What was fetched already cannot be changed, so what is the same is not sent. */
  private JsonObject patch(Instant from, Instant to) {
    var patch = Json.createObjectBuilder().add("purpose", Form.text(values.get("purpose")));
    if (!same(from, booking().from())) {
      patch.add("from", from.toString());
    }
    if (!same(to, booking().to())) {
      patch.add("to", to.toString());
    }
    patch.add("zone", Form.text(values.get("zone")));
    var person = Form.orNull(values.get("personId"));
    if (person != null) {
      patch.add("personId", person);
    }
    var before = new HashMap<String, String>();
    BookingInputs.show(before, booking());
    var lines = BookingInputs.lines(values, getRows());
    if (!lines.equals(BookingInputs.lines(before, getRows()))) {
      var array = Json.createArrayBuilder();
      for (var line : lines) {
        array.add(
            line.assetId() != null
                ? Json.createObjectBuilder().add("assetId", line.assetId())
                : Json.createObjectBuilder()
                    .add(
                        line.kitId() == null ? "modelId" : "kitId",
                        String.valueOf(line.kitId() == null ? line.modelId() : line.kitId()))
                    .add("quantity", line.quantity() == null ? 1 : line.quantity()));
      }
      patch.add("lines", array);
    }
    return patch.build();
  }

  /** The fields know minutes, the booking may know more. */
  private static boolean same(Instant typed, Instant stored) {
    return typed.equals(stored.truncatedTo(ChronoUnit.MINUTES));
  }

  /** Makes ids of what was typed but not chosen. */
  private boolean resolve() {
    var person = Form.orNull(values.get("person"));
    if (person != null) {
      var id = lookup.resolve("person", values.get("personId"), person);
      if (id == null) {
        form.refuseField("person", "lookup.unknown");
        return false;
      }
      values.put("personId", id);
    }
    for (var row : getRows()) {
      var typed = Form.orNull(values.get("thing" + row));
      var id =
          typed == null
              ? null
              : lookup.resolve("bookable", values.get("thing" + row + "Id"), typed);
      if (typed != null && id == null) {
        form.refuseField("thing" + row, "lookup.unknown");
        return false;
      }
      values.put("thing" + row + "Id", Form.text(id));
    }
    return true;
  }

  public boolean isFresh() {
    return request.getParameter("id") == null;
  }

  public String getId() {
    return String.valueOf(request.getParameter("id"));
  }

  public Map<String, String> getValues() {
    return values;
  }

  public @Nullable BookingCheck getCheck() {
    return check;
  }

  public long getVersion() {
    return version;
  }

  public void setVersion(long version) {
    this.version = version;
  }
}
