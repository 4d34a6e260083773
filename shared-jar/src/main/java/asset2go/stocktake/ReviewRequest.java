package asset2go.stocktake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision about proposed corrections.
 *
 * @param assetIds of these assets; where missing, all that nobody has decided about
 * @param outcome of those with this outcome only
 */
public record ReviewRequest(
    @NotNull Decision decision,
    @Nullable @Size(max = ReviewRequest.MOST) List<@Size(max = 64) String> assetIds,
    @Nullable Outcome outcome) {

  /** The most assets that are named at once. */
  public static final int MOST = 200;

  /** Whether corrections are to be written. */
  public enum Decision {
    ACCEPT,
    DISMISS
  }
}
