package asset2go.booking;

import asset2go.frame.Query;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bookings that one may see; those to come unless all are asked for. */
@Named
@RequestScoped
public class BookingsPage {
  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject BookingsApi api;

  private Query query = new Query(Map.of());
  private @Nullable Page<Booking> page;

  public void load() {
    query = Query.of(request, "when", "state", "person", "asset", "model", "series");
    var asked = new BookingQuery();
    asked.from = query.has("when", "all") ? null : Instant.now();
    asked.state = query.get("state");
    asked.person = query.get("person");
    asked.asset = query.get("asset");
    asked.model = query.get("model");
    asked.series = query.get("series");
    asked.limit = ROWS;
    asked.after = request.getParameter("after");
    page = api.list(asked);
  }

  public Query getQuery() {
    return query;
  }

  public @Nullable Page<Booking> getPage() {
    return page;
  }

  public BookingState[] getStates() {
    return BookingState.values();
  }

  /** Address of the next page, but for its cursor. */
  public String getNext() {
    return "/bookings?" + (query.isEmpty() ? "" : query + "&") + "after=";
  }
}
