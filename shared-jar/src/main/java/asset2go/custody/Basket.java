package asset2go.custody;

import asset2go.asset.AssetRef;
import asset2go.problem.Problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a basket, item by item.
 *
 * @param id what the custodies that began with it have as their {@code basketId}; null where none
 *     began
 */
public record Basket(@Nullable String id, List<Item> items) {

  /**
   * What became of one item.
   *
   * @param asked as the request named it
   * @param asset which asset that is, where there is one
   * @param custody the custody that began or ended; null where nothing happened
   * @param error why nothing happened
   */
  public record Item(
      String asked,
      @Nullable AssetRef asset,
      @Nullable Custody custody,
      @Nullable FieldError error) {}
}
