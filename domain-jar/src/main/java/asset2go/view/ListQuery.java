package asset2go.view;

import asset2go.asset.AssetQuery;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** What a list of assets may be narrowed and ordered by, in its address. */
public final class ListQuery {

  private ListQuery() {}

  /**
   * The same without a question mark in front.
   *
   * @throws DomainError.Invalid for a parameter that the list does not know
   */
  public static String checked(String query) {
    String bare = query.startsWith("?") ? query.substring(1) : query;
    for (String part : bare.split("&", -1)) {
      String name = decoded(part.contains("=") ? part.substring(0, part.indexOf('=')) : part);
      decoded(part);
      if (!part.isEmpty() && !AssetQuery.knows(name)) {
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
