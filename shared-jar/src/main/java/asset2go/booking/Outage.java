package asset2go.booking;

import asset2go.asset.AssetRef;
import asset2go.page.Cut;
import asset2go.page.Ref;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose bookings it hits where an asset, or all that stands at a location, is out for a while, and
 * with it everything that depends on it.
 *
 * @param what the asset or the location
 * @param assets how many assets would be out, that itself included
 * @param others how many more that depend on them and that the caller may not see
 * @param bookings those that are hit and that the caller may see, by their beginning
 * @param total how many these are, listed or not
 * @param cut why there may be more of all that; null where there is not
 */
public record Outage(
    Ref what,
    Instant from,
    Instant to,
    long assets,
    long others,
    List<Hit> bookings,
    long total,
    @Nullable Cut cut) {

  /** A day in this week is the usual worry: by default it lasts for seven. */
  public static final int USUAL_DAYS = 7;

  /** No more bookings are listed. */
  public static final int MOST = 1_000;

  /**
   * A booking that is hit.
   *
   * @param assets what it takes of what would be out
   * @param shortages models of which it asks for any, and of which too few would remain
   */
  public record Hit(
      String id,
      BookingState state,
      Ref person,
      @Nullable String purpose,
      Instant from,
      Instant to,
      List<AssetRef> assets,
      List<Shortage> shortages) {}

  /**
   * Too few of a model. Where several ask for them, the bookings that were made last miss them.
   *
   * @param quantity how many are still to be handed out
   * @param missing how many of these could not be, because of the outage
   */
  public record Shortage(Ref model, int quantity, int missing) {}
}
