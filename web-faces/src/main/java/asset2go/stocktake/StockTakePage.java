package asset2go.stocktake;

import asset2go.frame.Form;
import asset2go.page.Page;
import asset2go.stocktake.StockTake.State;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stock-take: how far it is, what was seen and what was not, and what to do next. */
@Named
@RequestScoped
public class StockTakePage {
  private static final int ROWS = 50;
  private static final String UNKNOWN = "unknown";
  private static final String REFUSED = "refused";
  private static final Set<State> BUSY =
      EnumSet.of(State.PREPARING, State.COMPARING, State.CLOSING);
  private static final Set<State> ENDED = EnumSet.of(State.CLOSED, State.CANCELLED);
  private static final List<String> COUNTING =
      List.of("PENDING", "FOUND", "WRONG_PLACE", "UNEXPECTED", UNKNOWN);
  private static final List<String> COUNTED =
      List.of("MISSING", "WRONG_PLACE", "UNEXPECTED", "LEFT", "FOUND", UNKNOWN, REFUSED);
  private static final Set<String> ASKS = Set.of("finish", "close", "cancel");

  @Inject HttpServletRequest request;
  @Inject StockTakesApi api;
  @Inject Form form;

  private @Nullable StockTake take;
  private @Nullable Page<StockTakeItem> items;
  private @Nullable Page<Scan> scans;

  public void load() {
    getTake();
  }

  public String getId() {
    return String.valueOf(request.getParameter("id"));
  }

  /** A form that was sent needs it before the page is shown. */
  public StockTake getTake() {
    if (take == null) {
      take = api.get(getId());
    }
    return take;
  }

  /** Asked again: something was done to it. */
  void refresh() {
    take = null;
    items = null;
    scans = null;
  }

  private boolean counts() {
    return getTake().state() == State.COUNTING || getTake().state() == State.PREPARING;
  }

  public List<String> getTabs() {
    return counts() ? COUNTING : COUNTED;
  }

  public String getTab() {
    var tab = request.getParameter("tab");
    return tab != null && getTabs().contains(tab) ? tab : getTabs().get(0);
  }

  /** {@code page} on the tab that is open: what aria-current says. */
  public String current(String tab) {
    return tab.equals(getTab()) ? "page" : "false";
  }

  /** How many are in a tab. */
  public long count(String tab) {
    var counts = getTake().counts();
    return switch (tab) {
      case "PENDING" -> counts.pending();
      case "FOUND" -> counts.found();
      case "WRONG_PLACE" -> counts.wrongPlace();
      case "UNEXPECTED" -> counts.unexpected();
      case "MISSING" -> counts.missing();
      case "LEFT" -> counts.left();
      case UNKNOWN -> counts.unknown();
      default -> getTake().reviews().refused();
    };
  }

  /** The assets of the tab; none where it shows scans. */
  public @Nullable Page<StockTakeItem> getItems() {
    var tab = getTab();
    if (items == null && !UNKNOWN.equals(tab)) {
      var refused = REFUSED.equals(tab);
      items =
          api.items(getId(), refused ? null : tab, refused ? "REFUSED" : null, ROWS, getAfter());
    }
    return items;
  }

  /** The scans of the tab; none where it shows assets. */
  public @Nullable Page<Scan> getScans() {
    if (scans == null && UNKNOWN.equals(getTab())) {
      scans = api.scans(getId(), true, ROWS, getAfter());
    }
    return scans;
  }

  private @Nullable String getAfter() {
    return request.getParameter("after");
  }

  /** Whether the page has to look again: a worker is at it. */
  public boolean isBusy() {
    return BUSY.contains(getTake().state());
  }

  public boolean isEnded() {
    return ENDED.contains(getTake().state());
  }

  /** Whether scans are taken. */
  public boolean isOpen() {
    return getTake().state() == State.COUNTING || isReviewing();
  }

  public boolean isReviewing() {
    return getTake().state() == State.REVIEWING;
  }

  /** Whether an item's correction can still be decided about. */
  public boolean isDecidable(StockTakeItem item) {
    return isReviewing() && item.review() != null;
  }

  /** What is asked once before it is done. */
  public @Nullable String getAsk() {
    var ask = request.getParameter("ask");
    return ask != null && ASKS.contains(ask) ? ask : null;
  }

  /** Does what was asked. */
  public void confirm() {
    var ask = String.valueOf(getAsk());
    form.send(
        () -> {
          switch (ask) {
            case "finish" -> api.finish(getId());
            case "close" -> api.close(getId());
            default -> api.cancel(getId());
          }
          return "/stock-takes/" + getId();
        },
        "note.take." + ask);
    if (form.isRefused()) {
      refresh();
    }
  }

  /** Accepts what is ticked. */
  public void accept() {
    decide(ReviewRequest.Decision.ACCEPT, picked());
  }

  /** Dismisses what is ticked. */
  public void dismiss() {
    decide(ReviewRequest.Decision.DISMISS, picked());
  }

  /** Accepts all of this tab that nobody has decided about. */
  public void acceptAll() {
    decide(ReviewRequest.Decision.ACCEPT, null);
  }

  /** Dismisses all of this tab that nobody has decided about. */
  public void dismissAll() {
    decide(ReviewRequest.Decision.DISMISS, null);
  }

  private List<String> picked() {
    var picked = request.getParameterValues("pick");
    return picked == null ? List.of() : List.of(picked);
  }

  private void decide(ReviewRequest.Decision decision, @Nullable List<String> ids) {
    if (ids != null && ids.isEmpty()) {
      form.refuse("take.pick");
    } else {
      var tab = getTab();
      form.send(
          () -> {
            api.review(getId(), new ReviewRequest(decision, ids, Outcome.valueOf(tab)));
            return "/stock-takes/" + getId() + "?tab=" + tab;
          });
    }
    if (form.isRefused()) {
      refresh();
    }
  }
}
