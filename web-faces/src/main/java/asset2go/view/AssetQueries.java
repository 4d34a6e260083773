package asset2go.view;

import asset2go.asset.AssetQuery;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** What the address of a list of assets asks the API for. */
public final class AssetQueries {

  private AssetQueries() {}

  /** What the page does not know is left out. */
  public static AssetQuery of(String query) {
    var asked = new AssetQuery();
    for (var part : query.split("&", -1)) {
      var equals = part.indexOf('=');
      if (equals > 0) {
        set(
            asked,
            part.substring(0, equals),
            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return asked;
  }

  private static void set(AssetQuery asked, String name, String value) {
    switch (name) {
      case "q" -> asked.q = value;
      case "status" -> asked.status = value;
      case "category" -> asked.category = value;
      case "company" -> asked.company = value;
      case "location" -> asked.location = value;
      case "holder" -> asked.holder = value;
      case "model" -> asked.model = value;
      case "supplier" -> asked.supplier = value;
      case "batch" -> asked.batch = value;
      case "sort" -> asked.sort = value;
      default -> {}
    }
  }
}
