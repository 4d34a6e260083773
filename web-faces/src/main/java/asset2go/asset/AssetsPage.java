package asset2go.asset;

import asset2go.client.ApiProblem;
import asset2go.frame.Form;
import asset2go.frame.Query;
import asset2go.frame.Texts;
import asset2go.lookup.Lookup;
import asset2go.page.Page;
import asset2go.page.Ref;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list: all of what it shows is in its address. It costs three calls, however much it is
 * narrowed by: for the list, for what narrows it, and for the views.
 */
@Named
@RequestScoped
public class AssetsPage {
  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject AssetsApi assets;
  @Inject FilterWords words;
  @Inject Lookup lookup;
  @Inject Form form;
  @Inject Texts texts;

  private Query query = new Query(Map.of());
  private @Nullable Page<Asset> page;
  private @Nullable String wrong;

  /** Takes from the address what the list is narrowed and ordered by. */
  public void read() {
    var said = new LinkedHashMap<String, List<String>>();
    request.getParameterMap().forEach((name, values) -> said.put(name, List.of(values)));
    var asked = AssetQuery.of(said);
    FilterWords.KINDS.forEach((name, kind) -> chosen(asked, name, kind));
    query = new Query(asked.said());
    words.about(query.toString());
  }

  /** What was typed without a script to choose by is looked up here. */
  private void chosen(AssetQuery asked, String name, String kind) {
    var typed = Form.orNull(request.getParameter("text." + name));
    if (typed != null && asked.get(name) == null) {
      var id = lookup.resolve(kind, null, typed);
      if (id == null) {
        wrong = texts.get("filter.unknown", typed);
      } else {
        asked.add(name, id);
      }
    }
  }

  public void load() {
    read();
    var asked = AssetQuery.kept(query.toString());
    asked.limit = ROWS;
    asked.after = request.getParameter("after");
    try {
      page = assets.list(asked);
    } catch (ApiProblem refused) {
      if (refused.status() != 400) {
        throw refused;
      }
      wrong = words.fault(refused.problem());
      page = new Page<>(List.of(), null, 0L);
    }
  }

  /** What about the filters cannot be understood; null for nothing. */
  public @Nullable String getWrong() {
    return wrong;
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

  /** Name of the place that the list is narrowed to. */
  public @Nullable String getLocation() {
    var place = query.get("location");
    return place == null ? null : words.value("location", place);
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

  public List<Ref> getCategories() {
    return words.filters().categories();
  }

  public List<Ref> getCompanies() {
    return words.filters().companies();
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
