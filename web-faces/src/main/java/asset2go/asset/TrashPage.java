package asset2go.asset;

import asset2go.frame.Form;
import asset2go.frame.Query;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was deleted, and taking it out again. */
@Named
@RequestScoped
public class TrashPage {
  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject TrashApi api;
  @Inject Form form;

  private Query query = new Query(Map.of());
  private @Nullable Page<TrashedAsset> page;

  public void load() {
    query = Query.of(request, "q");
    page = api.list(query.get("q"), ROWS, request.getParameter("after"));
  }

  /** Tag of the one that is about to be taken out. */
  public @Nullable String getRestored() {
    return request.getParameter("tag");
  }

  /** Address that asks whether to take one out. */
  public String asking(TrashedAsset one) {
    return "/trash?" + new Query(Map.of()).with("restore", one.id()).with("tag", one.tag());
  }

  /** Takes it out. */
  public void restore() {
    var id = request.getParameter("restore");
    if (id != null) {
      form.send(
          () -> {
            var asset = api.restore(id, null);
            return "/assets/" + asset.id();
          },
          "note.asset.restored");
    }
    if (form.isRefused()) {
      load();
    }
  }

  public @Nullable Page<TrashedAsset> getPage() {
    return page;
  }

  public Query getQuery() {
    return query;
  }

  /** Address of the next page, but for its cursor. */
  public String getNext() {
    return "/trash?" + (query.isEmpty() ? "" : query + "&") + "after=";
  }
}
