package asset2go.people;

import asset2go.frame.Query;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every team. */
@Named
@RequestScoped
public class TeamsPage {
  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject TeamsApi api;

  private Query query = new Query(Map.of());
  private @Nullable Page<Team> page;

  public void load() {
    query = Query.of(request, "q");
    page = api.list(query.get("q"), ROWS, request.getParameter("after"));
  }

  public Query getQuery() {
    return query;
  }

  public @Nullable Page<Team> getPage() {
    return page;
  }

  /** Address of the next page, but for its cursor. */
  public String getNext() {
    return "/teams?" + (query.isEmpty() ? "" : query + "&") + "after=";
  }
}
