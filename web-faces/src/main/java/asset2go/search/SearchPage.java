package asset2go.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the field in the header finds. */
@Named
@RequestScoped
public class SearchPage {
  private static final int MOST = 50;

  @Inject HttpServletRequest request;
  @Inject SearchApi api;

  private List<SearchHit> hits = List.of();

  public void load() {
    var q = getQ();
    if (q != null) {
      hits = api.search(q, MOST).items();
    }
  }

  public @Nullable String getQ() {
    var q = request.getParameter("q");
    return q == null || q.isBlank() ? null : q.strip();
  }

  public List<SearchHit> getHits() {
    return hits;
  }

  public String address(SearchHit hit) {
    return switch (hit.kind()) {
      case ASSET -> "/assets/" + hit.id();
      case LOCATION -> "/locations/" + hit.id();
      case PERSON -> "/people/" + hit.id();
      case TEAM -> "/teams/" + hit.id();
      case STOCK_TAKE -> "/stock-takes/" + hit.id();
      case KIT -> "/kits/" + hit.id();
      case WORK_ORDER -> "/maintenance/orders/" + hit.id();
    };
  }

  public String icon(SearchHit hit) {
    return switch (hit.kind()) {
      case ASSET -> "asset";
      case LOCATION -> "location";
      case PERSON -> "person";
      case TEAM -> "people";
      case STOCK_TAKE -> "check";
      case KIT -> "contains";
      case WORK_ORDER -> "wrench";
    };
  }
}
