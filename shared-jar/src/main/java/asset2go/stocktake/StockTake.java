package asset2go.stocktake;

import asset2go.page.Identified;
import asset2go.page.Ref;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A count of what there is: at a location and below, or of a category and its subcategories.
 *
 * @param location what is counted, unless a category is
 * @param includeAway whether what is checked out or in maintenance is expected, too
 * @param openedAt since when; what is expected is what belonged there at that moment
 * @param closedAt when the last correction was written
 */
public record StockTake(
    String id,
    String name,
    State state,
    @Nullable Ref location,
    @Nullable Ref category,
    boolean includeAway,
    Counts counts,
    Reviews reviews,
    Ref openedBy,
    Instant openedAt,
    @Nullable Ref closedBy,
    @Nullable Instant closedAt)
    implements Identified {

  /** How far it is. */
  public enum State {
    /** What is expected is being gathered. */
    PREPARING,
    /** Scans are taken. */
    COUNTING,
    /** Counting has ended; what was not seen is being looked through. */
    COMPARING,
    /** What differs is decided about, one correction after the other; late scans are taken. */
    REVIEWING,
    /** What was accepted is being written. */
    CLOSING,
    CLOSED,
    /** Given up: nothing was corrected. */
    CANCELLED
  }

  /**
   * Assets by outcome; each counts once however often it was scanned.
   *
   * @param expected as of the opening
   * @param pending expected and not seen yet
   * @param found expected and seen where they belong
   * @param wrongPlace expected, but seen elsewhere
   * @param unexpected seen without having been expected
   * @param missing expected and not seen until the end
   * @param left expected, but handed out, moved or otherwise handled during the count
   * @param unknown scans that name no asset, or more than one
   */
  public record Counts(
      long expected,
      long pending,
      long found,
      long wrongPlace,
      long unexpected,
      long missing,
      long left,
      long unknown) {

    /** How many of those expected need no more looking for. */
    public long done() {
      return expected - pending - missing;
    }
  }

  /**
   * Corrections by what became of them.
   *
   * @param proposed that nobody has decided about
   * @param accepted yet to be written
   * @param dismissed by somebody
   * @param done written
   * @param refused accepted, but refused by the rules when they were to be written
   */
  public record Reviews(long proposed, long accepted, long dismissed, long done, long refused) {}
}
