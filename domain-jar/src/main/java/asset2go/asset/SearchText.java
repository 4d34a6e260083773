package asset2go.asset;

import asset2go.search.Folding;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What an asset can be found by, folded into one property. */
public final class SearchText {

  private SearchText() {}

  /**
   * Tag, name and serial of the asset, name of its model and of that model's manufacturer.
   *
   * @param values of custom fields that everybody may see
   */
  public static String of(
      String tag,
      String name,
      @Nullable String serial,
      @Nullable String model,
      @Nullable String manufacturer,
      Collection<String> values) {
    String own = Folding.join(tag, name, serial, model, manufacturer);
    return values.isEmpty() ? own : own + " " + Folding.join(values.toArray(String[]::new));
  }
}
