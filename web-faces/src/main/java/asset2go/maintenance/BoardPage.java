package asset2go.maintenance;

import asset2go.frame.Query;
import asset2go.identity.Viewer;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Work orders: what is to be done on a board, the most pressing first, and what was closed. */
@Named
@RequestScoped
public class BoardPage {
  private static final int CARDS = 200;
  private static final int ROWS = 50;
  private static final List<String> VIEWS = List.of("active", "mine", "overdue", "closed");

  @Inject HttpServletRequest request;
  @Inject WorkOrdersApi api;
  @Inject Viewer viewer;

  private Query query = new Query(Map.of());
  private @Nullable Page<WorkOrder> page;

  /** A column of the board. */
  public record Column(WorkOrderState state, List<WorkOrder> orders) {}

  public void load() {
    query = Query.of(request, "view", "q", "kind", "asset", "plan");
    var wanted = new WorkOrderQuery();
    wanted.state = "mine".equals(getView()) ? "active" : getView();
    wanted.assignee = "mine".equals(getView()) ? viewer.getId() : null;
    wanted.q = query.get("q");
    wanted.kind = query.get("kind");
    wanted.asset = query.get("asset");
    wanted.plan = query.get("plan");
    wanted.limit = isClosed() ? ROWS : CARDS;
    wanted.after = request.getParameter("after");
    page = api.list(wanted);
  }

  public String getView() {
    var view = query.get("view");
    return view != null && VIEWS.contains(view) ? view : "active";
  }

  public List<String> getViews() {
    return VIEWS;
  }

  /** What is closed is a list, not a board. */
  public boolean isClosed() {
    return "closed".equals(getView());
  }

  /** {@code page} on the tab that is open: what aria-current says. */
  public String current(String view) {
    return view.equals(getView()) ? "page" : "false";
  }

  public String tab(String view) {
    return "/maintenance?" + query.with("view", view);
  }

  public @Nullable Page<WorkOrder> getPage() {
    return page;
  }

  public List<Column> getColumns() {
    var orders = page == null ? List.<WorkOrder>of() : page.items();
    return WorkOrderState.ACTIVE.stream()
        .map(
            state ->
                new Column(state, orders.stream().filter(order -> order.state() == state).toList()))
        .toList();
  }

  public Query getQuery() {
    return query;
  }

  public WorkKind[] getKinds() {
    return WorkKind.values();
  }

  /** How the API calls a kind in a query. */
  public String word(WorkKind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Address of the next page, but for its cursor. */
  public String getNext() {
    return "/maintenance?" + (query.isEmpty() ? "" : query + "&") + "after=";
  }
}
