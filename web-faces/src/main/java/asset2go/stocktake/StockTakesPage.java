package asset2go.stocktake;

import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stock-takes under way, and those that have ended. */
@Named
@RequestScoped
public class StockTakesPage {
  private static final int ROWS = 50;
  private static final List<String> STATES = List.of("open", "ended");

  @Inject HttpServletRequest request;
  @Inject StockTakesApi api;

  private @Nullable Page<StockTake> page;

  public void load() {
    page = api.list(getState(), ROWS, request.getParameter("after"));
  }

  public String getState() {
    var state = request.getParameter("state");
    return state != null && STATES.contains(state) ? state : "open";
  }

  public List<String> getStates() {
    return STATES;
  }

  /** {@code page} on the tab that is open: what aria-current says. */
  public String current(String state) {
    return state.equals(getState()) ? "page" : "false";
  }

  public @Nullable Page<StockTake> getPage() {
    return page;
  }
}
