package asset2go.booking;

import asset2go.page.Identified;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bookings that were made together and come again.
 *
 * @param occurrences by time, those that could not be had too when it was made
 */
public record BookingSeries(String id, List<Occurrence> occurrences) implements Identified {

  /**
   * One time.
   *
   * @param bookingId null where it could not be had
   * @param state how that booking stands
   * @param clash why it could not be had
   */
  public record Occurrence(
      Instant from,
      Instant to,
      @Nullable String bookingId,
      @Nullable BookingState state,
      @Nullable String clash) {}
}
