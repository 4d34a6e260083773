package asset2go.right;

import asset2go.frame.Form;
import asset2go.frame.Query;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who holds which role over which part, for administrators. */
@Named
@RequestScoped
public class GrantsPage {
  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject GrantsApi api;
  @Inject Form form;

  private Query query = new Query(Map.of());
  private @Nullable Page<Grant> page;
  private @Nullable Grant revoked;

  public void load() {
    query = Query.of(request, "holder", "over");
    page = api.list(query.get("holder"), query.get("over"), ROWS, request.getParameter("after"));
  }

  /** The grant that is about to be taken back. */
  public @Nullable Grant getRevoked() {
    var id = request.getParameter("revoke");
    if (revoked == null && id != null) {
      revoked = api.get(id);
    }
    return revoked;
  }

  public void revoke() {
    var grant = getRevoked();
    form.send(
        () -> {
          if (grant != null) {
            api.revoke(grant.id());
          }
          return "/grants";
        },
        "note.grant.revoked");
    if (form.isRefused()) {
      load();
    }
  }

  public @Nullable Page<Grant> getPage() {
    return page;
  }

  public Query getQuery() {
    return query;
  }

  /** Address of the next page, but for its cursor. */
  public String getNext() {
    return "/grants?" + (query.isEmpty() ? "" : query + "&") + "after=";
  }
}
