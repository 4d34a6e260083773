package asset2go.asset;

import asset2go.page.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a fault of a batch concerns: what is of it, and whatever contains, or depends on,
 * something that it concerns.
 *
 * @param items nearest first
 * @param total how many there are, as far as they were counted
 * @param others how many more there are that are beyond the rights of who asks
 * @param truncated whether there is more than is shown or was followed
 */
public record Recall(Ref batch, List<Item> items, long total, long others, boolean truncated) {

  /**
   * Something that is concerned.
   *
   * @param distance 0 for what is of the batch itself
   * @param path from what is of the batch to this, both included: a shortest one
   * @param holder who has it
   * @param location where it stands: its own location, or that of its outermost container
   */
  public record Item(
      AssetRef asset,
      Relation relation,
      int distance,
      List<AssetRef> path,
      @Nullable Holder holder,
      @Nullable Ref location) {}

  /** How something has to do with the last but one on its path. */
  public enum Relation {
    OF_BATCH,
    CONTAINS,
    DEPENDS_ON
  }
}
