package asset2go.job;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs of a queue are to be removed.
 *
 * @param state completed, failed, delayed, waiting or prioritized
 * @param olderThanSeconds counted from when they finished, for others from when they were made; 0
 *     for all
 * @param limit how many at most; 1,000 where missing
 */
public record JobClean(
    @NotNull @Schema(enumeration = {"completed", "failed", "delayed", "waiting", "prioritized"})
        String state,
    @NotNull @Min(0) Long olderThanSeconds,
    @Nullable @Min(1) @Max(100_000) Integer limit) {

  /** What came of it. */
  public record Result(int removed) {}
}
