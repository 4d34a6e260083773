package asset2go.location;

import asset2go.page.Ref;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All places as a tree. Where they fit on one page of the API they come at once; else each branch
 * comes when it is opened.
 */
@Named
@RequestScoped
public class LocationsPage {
  private static final int MOST = 200;
  private static final String ROOT = "root";

  @Inject HttpServletRequest request;
  @Inject LocationsApi api;

  private final Map<String, List<Location>> below = new HashMap<>();
  private List<Location> found = List.of();
  private boolean whole;

  public void load() {
    var q = getQ();
    if (q != null) {
      found = api.list(q, null, MOST, null).items();
      return;
    }
    var parent = request.getParameter("parent");
    if (parent != null) {
      below.put(ROOT, api.list(null, parent, MOST, null).items());
      return;
    }
    var all = api.list(null, null, MOST, null);
    whole = all.next() == null;
    if (whole) {
      plant(all.items());
    } else {
      below.put(ROOT, api.list(null, ROOT, MOST, null).items());
    }
  }

  /** A place whose parent is not to be seen stands at the top. */
  private void plant(List<Location> all) {
    var ids = new HashSet<String>();
    all.forEach(place -> ids.add(place.id()));
    for (var place : all) {
      Ref parent = place.parent();
      var above = parent == null || !ids.contains(parent.id()) ? ROOT : parent.id();
      below.computeIfAbsent(above, id -> new java.util.ArrayList<>()).add(place);
    }
  }

  public @Nullable String getQ() {
    var q = request.getParameter("q");
    return q == null || q.isBlank() ? null : q.strip();
  }

  /** Only a branch is asked for, to be put into a page that is there already. */
  public boolean isBranch() {
    return request.getParameter("parent") != null;
  }

  public List<Location> getFound() {
    return found;
  }

  public List<Location> getTop() {
    return under(ROOT);
  }

  /** The places directly inside, as far as they were fetched. */
  public List<Location> under(String id) {
    return below.getOrDefault(id, List.of());
  }

  /** Whether everything is here, so that no branch has to be fetched. */
  public boolean isWhole() {
    return whole;
  }
}
