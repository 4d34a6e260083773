package asset2go.booking;

import asset2go.asset.AssetRef;
import asset2go.page.Ref;
import asset2go.page.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Equipment that is promised to somebody for a period.
 *
 * @param purpose what for, in the words of who booked
 * @param person for whom
 * @param bookedBy who made it
 * @param from first moment
 * @param to first moment after it
 * @param zone IANA name of the time zone in which it was made: its wall clock counts
 * @param seriesId ties together the bookings that were made to come again
 * @param lines what is promised
 * @param kits the kits for which it was chosen
 * @param version counts the changes; its ETag
 */
public record Booking(
    String id,
    BookingState state,
    @Nullable String purpose,
    Ref person,
    Ref bookedBy,
    Instant from,
    Instant to,
    String zone,
    @Nullable String seriesId,
    List<Line> lines,
    List<Kits> kits,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {

  /** So many of a kit. */
  public record Kits(Ref kit, int quantity) {}

  /**
   * One asset, or any so many of a model.
   *
   * @param asset this very asset; null for any of a model
   * @param model any of this model; null for an asset of its own
   * @param quantity how many; 1 for an asset
   * @param open how many of them are still to be fetched
   * @param fetched the assets that were handed out for it, also those that are back
   */
  public record Line(
      @Nullable AssetRef asset,
      @Nullable Ref model,
      int quantity,
      int open,
      List<Fetched> fetched) {}

  /**
   * An asset that was handed out for a booking.
   *
   * @param outAt when
   * @param backAt when it came back; null while it is out
   */
  public record Fetched(AssetRef asset, Instant outAt, @Nullable Instant backAt) {}
}
