package asset2go.custody;

import asset2go.asset.Asset;
import asset2go.asset.AssetRef;
import asset2go.page.Ref;
import org.jspecify.annotations.Nullable;

/**
 * An asset that somebody has, and how.
 *
 * @param team by which they have it
 * @param inside the asset that they or their team hold, and that this one is in or with; null where
 *     that is beyond the rights of who asks
 */
public record Holding(Asset asset, Way way, @Nullable Ref team, @Nullable AssetRef inside) {

  /** How somebody comes to have it. */
  public enum Way {
    /** It was handed to them. */
    DIRECT,
    /** It was handed to a team of theirs. */
    TEAM,
    /** It is in, or was handed to, an asset that they or their team hold. */
    INSIDE
  }
}
