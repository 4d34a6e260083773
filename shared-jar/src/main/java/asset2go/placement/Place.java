package asset2go.placement;

import org.jspecify.annotations.Nullable;

/**
 * What something stands in: a location or another asset.
 *
 * @param kind null where it is beyond the reader's rights
 * @param id null where it is beyond the reader's rights
 * @param tag of an asset
 * @param name {@value #HIDDEN} where it is beyond the reader's rights
 * @param gone whether it has been removed since, and only its history is left
 */
public record Place(
    @Nullable Kind kind, @Nullable String id, @Nullable String tag, String name, boolean gone) {

  /** Stands for what the reader may not see. */
  public static final String HIDDEN = "•••";

  /** Somewhere that the reader may not see. */
  public static final Place BEYOND = new Place(null, null, null, HIDDEN, false);

  /** What there is to stand in. */
  public enum Kind {
    LOCATION,
    ASSET
  }
}
