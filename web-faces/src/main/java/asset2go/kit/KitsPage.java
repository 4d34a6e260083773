package asset2go.kit;

import asset2go.frame.Query;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every kit. */
@Named
@RequestScoped
public class KitsPage {
  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject KitsApi api;

  private Query query = new Query(Map.of());
  private @Nullable Page<Kit> page;

  public void load() {
    query = Query.of(request, "q");
    page = api.list(query.get("q"), ROWS, request.getParameter("after"));
  }

  public Query getQuery() {
    return query;
  }

  public @Nullable Page<Kit> getPage() {
    return page;
  }

  /** Address of the next page, but for its cursor. */
  public String getNext() {
    return "/kits?" + (query.isEmpty() ? "" : query + "&") + "after=";
  }
}
