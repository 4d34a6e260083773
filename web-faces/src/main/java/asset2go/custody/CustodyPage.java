package asset2go.custody;

import asset2go.frame.Query;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who has what: what is out, what is overdue, what came back, and what went out together. */
@Named
@RequestScoped
public class CustodyPage {
  private static final int ROWS = 50;
  private static final List<String> STATES = List.of("open", "overdue", "ended");

  @Inject HttpServletRequest request;
  @Inject CustodiesApi api;

  private Query query = new Query(Map.of());
  private @Nullable Page<Custody> page;

  public void load() {
    query = Query.of(request, "state", "holder", "basket");
    var wanted = new CustodyQuery();
    wanted.state = isBasket() ? query.get("state") : getState();
    wanted.holder = query.get("holder");
    wanted.basket = query.get("basket");
    wanted.limit = ROWS;
    wanted.after = request.getParameter("after");
    page = api.list(wanted);
  }

  /** What a basket took along is shown whole; else the list begins with what is out. */
  public boolean isBasket() {
    return query.get("basket") != null;
  }

  public String getState() {
    var state = query.get("state");
    return state != null && STATES.contains(state) ? state : "open";
  }

  public List<String> getStates() {
    return STATES;
  }

  /** {@code page} on the tab that is open: what aria-current says. */
  public String current(String state) {
    return state.equals(getState()) ? "page" : "false";
  }

  public String tab(String state) {
    return "/custody?" + query.with("state", state);
  }

  public @Nullable Page<Custody> getPage() {
    return page;
  }

  /** Whether something that is shown can still come back. */
  public boolean isReturnable() {
    return page != null && page.items().stream().anyMatch(custody -> custody.to() == null);
  }

  public Query getQuery() {
    return query;
  }

  /** Address of all that is listed as a file. */
  public String getExport() {
    return "/custody.csv?" + (isBasket() ? query : query.with("state", getState()));
  }

  /** Address of the next page, but for its cursor. */
  public String getNext() {
    return "/custody?" + (query.isEmpty() ? "" : query + "&") + "after=";
  }
}
