package asset2go.acceptance;

import asset2go.frame.Query;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is still to be signed, and what was. */
@Named
@RequestScoped
public class AcceptancesPage {
  private static final int ROWS = 50;
  private static final List<String> STATES = List.of("waiting", "signed");

  @Inject HttpServletRequest request;
  @Inject AcceptancesApi api;

  private Query query = new Query(Map.of());
  private @Nullable Page<Acceptance> page;

  public void load() {
    query = Query.of(request, "state", "person");
    page = api.list(getState(), query.get("person"), ROWS, request.getParameter("after"));
  }

  public String getState() {
    var state = query.get("state");
    return state != null && STATES.contains(state) ? state : "waiting";
  }

  public List<String> getStates() {
    return STATES;
  }

  /** {@code page} on the tab that is open: what aria-current says. */
  public String current(String state) {
    return state.equals(getState()) ? "page" : "false";
  }

  public String tab(String state) {
    return "/acceptances?" + query.with("state", state);
  }

  public @Nullable Page<Acceptance> getPage() {
    return page;
  }

  /** Address of the next page, but for its cursor. */
  public String getNext() {
    return "/acceptances?" + (query.isEmpty() ? "" : query + "&") + "after=";
  }
}
