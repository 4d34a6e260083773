package asset2go.view;

import asset2go.asset.AssetQuery;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What a list of assets may be narrowed and ordered by, in its address. */
public final class ListQuery {

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
  public static String checked(String query) {
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

  /** What a list that was {@linkplain #checked checked} asks for. */
  public static AssetQuery of(String query) {
    AssetQuery asked = new AssetQuery();
    for (String part : checked(query).split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        set(asked, decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
      }
    }
    return asked;
  }

  private static void set(AssetQuery asked, String name, String value) {
    switch (name) {
      case "q" -> asked.q = value;
      case "status" -> asked.status = value;
      case "condition" -> asked.condition = value;
      case "location" -> asked.location = value;
      case "category" -> asked.category = value;
      case "model" -> asked.model = value;
      case "manufacturer" -> asked.manufacturer = value;
      case "supplier" -> asked.supplier = value;
      case "batch" -> asked.batch = value;
      case "company" -> asked.company = value;
      case "holder" -> asked.holder = value;
      case "sort" -> asked.sort = value;
      default -> asked.fields.put(name.substring(FIELD.length()), value);
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new DomainError.Invalid("query", Fault.INVALID, "is not encoded as in an address");
    }
  }
}
