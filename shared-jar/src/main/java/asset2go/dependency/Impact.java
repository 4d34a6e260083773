package asset2go.dependency;

import asset2go.asset.AssetRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an outage of an asset would take with it.
 *
 * @param items everything that depends on it, nearest first
 * @param total how many there are, counted up to the limit
 * @param others how many more there are that the caller may not see
 * @param truncated more were found than are listed, or the depth limit was reached
 */
public record Impact(AssetRef asset, List<Item> items, long total, long others, boolean truncated) {

  /**
   * One thing that would be hit.
   *
   * @param distance steps from the asset that fails; 1 hangs on it directly
   * @param via the asset one step nearer to the failure, null at distance 1 and where the caller
   *     may not see it
   * @param kind kind of the last step
   */
  public record Item(AssetRef asset, int distance, @Nullable AssetRef via, String kind) {}
}
