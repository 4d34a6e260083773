package asset2go.view;

import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What a list of assets may be narrowed and ordered by, in its address. */
final class ListQuery {

  /** The parameters of {@link asset2go.asset.AssetQuery} that do not say which page it is. */
  private static final Set<String> NAMES =
      Set.of(
          "q",
          "status",
          "condition",
          "location",
          "category",
          "model",
          "manufacturer",
          "supplier",
          "batch",
          "company",
          "holder",
          "sort");

  private static final String FIELD = "field.";

  private ListQuery() {}

  /**
   * The same without a question mark in front.
   *
   * @throws DomainError.Invalid for a parameter that the list does not know
   */
  static String checked(String query) {
    String bare = query.startsWith("?") ? query.substring(1) : query;
    for (String part : bare.split("&", -1)) {
      String name = decoded(part.contains("=") ? part.substring(0, part.indexOf('=')) : part);
      decoded(part);
      if (!part.isEmpty() && !NAMES.contains(name) && !name.startsWith(FIELD)) {
        throw new DomainError.Invalid(
            "query", Fault.UNKNOWN, "a list of assets knows no parameter " + name);
      }
    }
    return bare;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new DomainError.Invalid("query", Fault.INVALID, "is not encoded as in an address");
    }
  }
}
