package asset2go.booking;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * How a booking comes again, by the wall clock of its time zone: nine o'clock stays nine o'clock
 * when the clocks change.
 *
 * @param interval every so many days, weeks or months; 1 where missing
 * @param times how often in all
 */
public record BookingRepeat(
    @NotNull Unit every,
    @Nullable @Min(1) @Max(52) Integer interval,
    @NotNull @Min(2) @Max(60) Integer times) {

  /** What the interval counts. */
  public enum Unit {
    DAY,
    WEEK,
    /** On the same day of the month, or its last where it is shorter. */
    MONTH
  }
}
