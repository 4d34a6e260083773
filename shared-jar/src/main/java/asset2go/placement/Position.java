package asset2go.placement;

import asset2go.asset.AssetRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an asset was at a moment, through whatever it stood in then.
 *
 * @param at the moment that is told of: for a day its end, or now where that is still to come
 * @param path outermost first, without the asset; empty where it stood nowhere that is known of
 * @param truncated whether the path goes on further out than was followed
 */
public record Position(AssetRef asset, Instant at, List<Step> path, boolean truncated) {

  /**
   * Something on the way out. What is beyond the reader's rights is one step, however many it
   * stands for.
   *
   * @param since from when what is inside it stood in it; null where that is beyond the reader's
   *     rights
   * @param until when that ended; null while it lasts
   */
  public record Step(Place place, @Nullable Instant since, @Nullable Instant until) {}
}
