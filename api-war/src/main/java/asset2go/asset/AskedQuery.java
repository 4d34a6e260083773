package asset2go.asset;

import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request asks of a list of assets: with the parameters that JAX-RS does not bind. */
final class AskedQuery {

  private static final String QUERY = "query";
  private static final Set<String> PAGES = Set.of(QUERY, "limit", "after", "format");

  private AskedQuery() {}

  /**
   * The whole of it.
   *
   * @throws DomainError.Malformed for a parameter that a list does not know
   */
  static AssetQuery of(AssetQuery bound, Map<String, List<String>> parameters) {
    for (String name : parameters.keySet()) {
      if (!PAGES.contains(name)) {
        known(name, bound.query);
      }
    }
    AssetQuery asked =
        bound.query == null ? AssetQuery.of(parameters) : kept(String.valueOf(bound.query));
    asked.limit = bound.limit;
    asked.after = bound.after;
    return asked;
  }

  /** The same of a query that stands alone. */
  static AssetQuery of(AssetQuery kept) {
    return of(kept, Map.of());
  }

  private static void known(String name, @Nullable String query) {
    if (!AssetQuery.knows(name)) {
      throw new DomainError.Malformed(
          name, Fault.UNKNOWN, "a list of assets knows no such parameter");
    }
    if (query != null) {
      throw new DomainError.Malformed(name, "stands within query, where there is one");
    }
  }

  private static AssetQuery kept(String query) {
    try {
      return AssetQuery.of(asset2go.view.ListQuery.checked(query));
    } catch (DomainError.Invalid e) {
      throw new DomainError.Malformed(QUERY, Fault.UNKNOWN, String.valueOf(e.getMessage()));
    }
  }
}
