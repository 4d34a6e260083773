package asset2go.booking;

import asset2go.asset.AssetRef;
import asset2go.catalogue.ModelsApi;
import asset2go.frame.Figures;
import asset2go.frame.Preferences;
import asset2go.frame.Query;
import asset2go.page.Ref;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When what is taken: a row for each asset, and for the requests for any of a model. */
@Named
@RequestScoped
public class BookingCalendarPage {
  private static final List<Integer> SPANS = List.of(7, 14, 28, 91);
  private static final int WIDTH = 1000;

  @Inject HttpServletRequest request;
  @Inject BookingsApi api;
  @Inject ModelsApi models;
  @Inject Preferences preferences;
  @Inject Figures figures;

  private Query query = new Query(Map.of());
  private LocalDate start = LocalDate.EPOCH;
  private int days = SPANS.get(1);
  private List<Row> rows = List.of();
  private @Nullable String modelName;

  /** A line of the calendar. */
  public record Row(@Nullable AssetRef asset, @Nullable Ref model, List<Bar> bars) {}

  /** A period, and where it is drawn. */
  public record Bar(BusyPeriod period, long x, long width) {}

  public void load() {
    query = Query.of(request, "asset", "model", "start", "days");
    start = start();
    days = SPANS.stream().filter(span -> query.has("days", "" + span)).findFirst().orElse(days);
    var from = start.atStartOfDay(preferences.getZone()).toInstant();
    var to = start.plusDays(days).atStartOfDay(preferences.getZone()).toInstant();
    var calendar = api.calendar(query.get("asset"), query.get("model"), from, to);
    rows =
        calendar.rows().stream()
            .map(
                row ->
                    new Row(
                        row.asset(),
                        row.model(),
                        row.periods().stream().map(period -> bar(period, from, to)).toList()))
            .toList();
    var model = query.get("model");
    modelName = model == null ? null : models.get(model).name();
  }

  private LocalDate start() {
    try {
      var asked = query.get("start");
      return asked == null ? LocalDate.now(preferences.getZone()) : LocalDate.parse(asked);
    } catch (DateTimeException unreadable) {
      return LocalDate.now(preferences.getZone());
    }
  }

  private static Bar bar(BusyPeriod period, Instant from, Instant to) {
    var begin = x(period.from(), from, to);
    var end = period.to() == null ? WIDTH : x(period.to(), from, to);
    return new Bar(period, begin, Math.max(2, end - begin));
  }

  private static long x(Instant at, Instant from, Instant to) {
    var length = to.toEpochMilli() - from.toEpochMilli();
    return Math.clamp((at.toEpochMilli() - from.toEpochMilli()) * WIDTH / length, 0, WIDTH);
  }

  public List<Row> getRows() {
    return rows;
  }

  public Query getQuery() {
    return query;
  }

  public LocalDate getStart() {
    return start;
  }

  public int getDays() {
    return days;
  }

  public List<Integer> getSpans() {
    return SPANS;
  }

  public @Nullable String getModelName() {
    return modelName;
  }

  public String getRange() {
    return figures.day(start) + " – " + figures.day(start.plusDays(days - 1L));
  }

  public String getEarlier() {
    return at(start.minusDays(days));
  }

  public String getLater() {
    return at(start.plusDays(days));
  }

  private String at(LocalDate day) {
    return "/bookings/calendar?" + query.with("start", day.toString());
  }
}
