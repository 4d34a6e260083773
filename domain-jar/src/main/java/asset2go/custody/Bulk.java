package asset2go.custody;

import asset2go.problem.DomainError;
import org.jspecify.annotations.Nullable;

/**
 * How many things at once are done.
 *
 * @param each whether what can be done is done although something else cannot
 * @param dryRun whether it is only said what would be done
 */
public record Bulk(boolean each, boolean dryRun) {

  /**
   * Reads {@code ?bulk=} and {@code ?dryRun=}.
   *
   * @throws DomainError.Malformed for another word than {@code all} or {@code each}
   */
  public static Bulk of(@Nullable String bulk, boolean dryRun) {
    if (bulk == null || bulk.isBlank() || bulk.equals("all")) {
      return new Bulk(false, dryRun);
    }
    if (bulk.equals("each")) {
      return new Bulk(true, dryRun);
    }
    throw new DomainError.Malformed("bulk", "must be all or each");
  }
}
