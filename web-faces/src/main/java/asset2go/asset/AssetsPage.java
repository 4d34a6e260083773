package asset2go.asset;

import asset2go.catalogue.Catalogue.Category;
import asset2go.catalogue.Catalogue.Company;
import asset2go.catalogue.CategoriesApi;
import asset2go.catalogue.CompaniesApi;
import asset2go.client.Recent;
import asset2go.frame.Query;
import asset2go.location.Location;
import asset2go.location.LocationsApi;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list: all of what it shows is in its address. */
@Named
@RequestScoped
public class AssetsPage {
  private static final int ROWS = 50;
  private static final int CHOICES = 200;

  @Inject HttpServletRequest request;
  @Inject AssetsApi assets;
  @Inject CategoriesApi categories;
  @Inject CompaniesApi companies;
  @Inject LocationsApi locations;
  @Inject Recent recent;

  private Query query = new Query(java.util.Map.of());
  private @Nullable Page<Asset> page;
  private @Nullable Location location;

  /** Takes from the address what the list is narrowed and ordered by. */
  public void read() {
    query = Query.of(request, AssetQuery.NAMES.toArray(String[]::new));
  }

  public void load() {
    read();
    page = assets.list(asked());
    var place = query.get("location");
    if (place != null) {
      location = locations.get(place);
    }
  }

  private AssetQuery asked() {
    var asked = AssetQuery.of(query.toString());
    asked.limit = ROWS;
    asked.after = request.getParameter("after");
    return asked;
  }

  public @Nullable Page<Asset> getPage() {
    return page;
  }

  public Query getQuery() {
    return query;
  }

  /** What the list is narrowed by, as a parameter of another address. */
  public String getEncodedQuery() {
    return URLEncoder.encode(query.toString(), StandardCharsets.UTF_8);
  }

  public @Nullable Location getLocation() {
    return location;
  }

  /** Whether something other than the order was asked for. */
  public boolean isFiltered() {
    return !query.with("sort", null).isEmpty();
  }

  public boolean isFirst() {
    return request.getParameter("after") == null;
  }

  public EquipmentStatus[] getStatuses() {
    return EquipmentStatus.values();
  }

  public List<Category> getCategories() {
    return recent.get("categories", () -> categories.list(null, CHOICES, null).items());
  }

  public List<Company> getCompanies() {
    return recent.get("companies", () -> companies.list(null, CHOICES, null).items());
  }

  /** Address of this list ordered by a column; a second click turns the order round. */
  public String sortedBy(String column) {
    var now = query.get("sort");
    var ascending = column.equals(now) || (now == null && column.equals("tag"));
    return "/assets?" + query.with("sort", ascending ? "-" + column : column);
  }

  /** What aria-sort says of a column; null where the list is not ordered by it. */
  public @Nullable String order(String column) {
    var now = query.get("sort");
    if (column.equals(now) || (now == null && column.equals("tag"))) {
      return "ascending";
    }
    return ("-" + column).equals(now) ? "descending" : null;
  }

  /** Address of the next page, but for its cursor. */
  public String getNext() {
    return "/assets?" + (query.isEmpty() ? "" : query + "&") + "after=";
  }
}
