package asset2go.booking;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** When a booking comes again: by the wall clock, so that the clocks' change does not move it. */
final class Recurrence {

  /** One time of it. */
  record Time(Instant from, Instant to) {}

  private Recurrence() {}

  static List<Time> of(Instant from, Instant to, ZoneId zone, BookingRepeat repeat) {
    LocalDateTime begin = LocalDateTime.ofInstant(from, zone);
    LocalDateTime end = LocalDateTime.ofInstant(to, zone);
    ChronoUnit unit =
        switch (repeat.every()) {
          case DAY -> ChronoUnit.DAYS;
          case WEEK -> ChronoUnit.WEEKS;
          case MONTH -> ChronoUnit.MONTHS;
        };
    int interval = repeat.interval() == null ? 1 : repeat.interval();
    return IntStream.range(0, repeat.times())
        .mapToObj(
            i ->
                new Time(
                    begin.plus((long) i * interval, unit).atZone(zone).toInstant(),
                    end.plus((long) i * interval, unit).atZone(zone).toInstant()))
        .toList();
  }
}
