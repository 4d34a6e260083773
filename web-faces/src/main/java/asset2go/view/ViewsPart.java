package asset2go.view;

import asset2go.asset.AssetQuery;
import asset2go.asset.AssetsPage;
import asset2go.frame.Form;
import asset2go.identity.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The views above the list of assets, and the dialogs that keep, change and remove one. */
@Named
@RequestScoped
public class ViewsPart {
  private static final Set<String> ASKS = Set.of("keep", "change", "remove");

  @Inject HttpServletRequest request;
  @Inject SavedViewsApi api;
  @Inject Viewer viewer;
  @Inject Form form;
  @Inject AssetsPage page;

  private @Nullable List<SavedView> views;
  private @Nullable String name;
  private boolean shared;

  public List<SavedView> getViews() {
    if (views == null) {
      views = api.list().items();
    }
    return views;
  }

  /** The one that is looked at; null for none. */
  public @Nullable SavedView getCurrent() {
    var id = request.getParameter("view");
    return find(id).orElse(null);
  }

  private Optional<SavedView> find(@Nullable String id) {
    return getViews().stream().filter(view -> view.id().equals(id)).findFirst();
  }

  /** Whether the one that is looked at is the viewer's own. */
  public boolean isOwn() {
    var current = getCurrent();
    return current != null && current.owner().id().equals(viewer.getId());
  }

  /** Whether the one that is looked at may be removed. */
  public boolean isRemovable() {
    return isOwn() || getCurrent() != null && viewer.isAdmin();
  }

  /** Whether the list is narrowed in another way than the view says. */
  public boolean isChanged() {
    var current = getCurrent();
    return current != null && !said(current.query()).equals(said(page.getQuery().toString()));
  }

  private static Map<String, List<String>> said(String query) {
    return AssetQuery.of(query).said();
  }

  public String address(SavedView view) {
    return "/assets?" + (view.query().isEmpty() ? "" : view.query() + "&") + "view=" + view.id();
  }

  /** Address of this list with a question about views. */
  public String asking(String what) {
    var query = page.getQuery();
    var view = request.getParameter("view");
    return "/assets?"
        + (query.isEmpty() ? "" : query + "&")
        + (view == null ? "" : "view=" + view + "&")
        + "ask="
        + what;
  }

  /** Address of this list. */
  public String getBack() {
    var current = getCurrent();
    var query = page.getQuery();
    return "/assets?" + query + (current == null ? "" : "&view=" + current.id());
  }

  /** {@code keep}, {@code change} or {@code remove} where a dialog is open. */
  public @Nullable String getAsk() {
    var ask = request.getParameter("ask");
    return ask != null && ASKS.contains(ask) ? ask : null;
  }

  /** Keeps the list as it is now. */
  public void keep() {
    page.read();
    form.send(
        () ->
            address(
                api.create(
                    new SavedViewDraft(String.valueOf(name), page.getQuery().toString(), shared))),
        "note.view.kept");
    reload();
  }

  /** Changes name, sharing and what the view shows: the list as it is now. */
  public void change() {
    page.read();
    var current = getCurrent();
    form.send(
        () -> {
          if (current == null) {
            return "/assets";
          }
          var patch =
              Json.createObjectBuilder()
                  .add("name", String.valueOf(name))
                  .add("shared", shared)
                  .add("query", page.getQuery().toString())
                  .build();
          return address(api.change(current.id(), null, patch));
        },
        "note.view.changed");
    reload();
  }

  public void remove() {
    var current = getCurrent();
    form.send(
        () -> {
          if (current != null) {
            api.delete(current.id(), null);
          }
          return "/assets";
        },
        "note.view.removed");
    reload();
  }

  private void reload() {
    if (form.isRefused()) {
      page.load();
    }
  }

  public @Nullable String getName() {
    var current = getCurrent();
    return name == null && current != null && "change".equals(getAsk()) ? current.name() : name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public boolean isShared() {
    var current = getCurrent();
    return name == null && current != null && "change".equals(getAsk()) ? current.shared() : shared;
  }

  public void setShared(boolean shared) {
    this.shared = shared;
  }
}
