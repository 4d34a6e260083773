package asset2go.maintenance;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days that come back: every so many days, weeks, months or years from a first one on. Counted from
 * the first day each time, so that the 31st stays the 31st where a month has one.
 */
public record Cadence(
    @NotNull @Min(1) @Max(1000) Integer every, @NotNull Unit unit, @NotNull LocalDate firstOn) {

  /** What is counted. */
  public enum Unit {
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    private final ChronoUnit chrono;

    Unit(ChronoUnit chrono) {
      this.chrono = chrono;
    }
  }

  /** The first of these days that is not before another. */
  public LocalDate onOrAfter(LocalDate day) {
    long step = Math.max(0, unit.chrono.between(firstOn, day) / every);
    LocalDate next = nth(step);
    return next.isBefore(day) ? nth(step + 1) : next;
  }

  /** The first of these days behind another. */
  public LocalDate after(LocalDate day) {
    return onOrAfter(day.plusDays(1));
  }

  /** A day, so long after another. */
  public LocalDate from(LocalDate day) {
    return day.plus(every, unit.chrono);
  }

  private LocalDate nth(long step) {
    return firstOn.plus(step * every, unit.chrono);
  }
}
