package asset2go.location;

import asset2go.asset.Asset;
import asset2go.frame.Form;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One place: what is in it, and everything inside, also in what stands there. */
@Named
@RequestScoped
public class LocationPage {
  private static final int CHILDREN = 200;
  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject LocationsApi api;
  @Inject Form form;

  private @Nullable Location location;
  private List<Location> children = List.of();
  private @Nullable Page<Asset> assets;

  public void load() {
    var id = getId();
    var found = api.get(id);
    location = found;
    if (found.children() > 0) {
      children = api.list(null, id, CHILDREN, null).items();
    }
    assets = api.assets(id, isDeep(), ROWS, request.getParameter("after"));
  }

  public String getId() {
    return String.valueOf(request.getParameter("id"));
  }

  /** Everything inside unless only what stands there directly is asked for. */
  public boolean isDeep() {
    return !"false".equals(request.getParameter("deep"));
  }

  public boolean isDelete() {
    return request.getParameter("delete") != null;
  }

  public void delete() {
    form.send(
        () -> {
          api.delete(getId(), null);
          return "/locations";
        },
        "note.location.deleted");
    if (form.isRefused()) {
      load();
    }
  }

  public @Nullable Location getLocation() {
    return location;
  }

  public List<Location> getChildren() {
    return children;
  }

  public @Nullable Page<Asset> getAssets() {
    return assets;
  }

  /** Address of the next page, but for its cursor. */
  public String getNext() {
    return "/locations/" + getId() + "?deep=" + isDeep() + "&after=";
  }
}
