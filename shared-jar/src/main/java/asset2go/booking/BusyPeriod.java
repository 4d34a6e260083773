package asset2go.booking;

import asset2go.page.Ref;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time at which equipment is not to be had.
 *
 * @param to null where no end is known
 * @param quantity how many of a model; 1 for an asset
 * @param booking whose purpose and person the caller may know, with the person as its name; null
 *     for those of others
 */
public record BusyPeriod(
    Instant from, @Nullable Instant to, Kind kind, int quantity, @Nullable Ref booking) {

  /** Why. */
  public enum Kind {
    /** Somebody has booked it. */
    BOOKED,
    /** Somebody has it. */
    HELD,
    /** Its status does not allow to book it. */
    OUT_OF_USE
  }
}
